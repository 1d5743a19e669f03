package lu.aifactory.platform.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permission that a call needs, by its name in the permission table.
///
/// On a page or REST method: the caller holds it for something at all. On a façade method: the caller holds it over
/// the organisation to which the first [Subject] among the arguments belongs.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

  /// The permission, for example `usecase:write`.
  String value();

  /// On a façade method that changes something: the name of what happened, in the past tense, for the audit trail
  /// (`usecase.section-saved`). Empty on a method that only reads; a read from outside the organisation is recorded
  /// all the same.
  String records() default "";
}
