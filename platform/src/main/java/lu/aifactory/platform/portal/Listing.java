package lu.aifactory.platform.portal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a parameter of type [ListQuery]: by which columns the list can be sorted (the first is the one that is used unless
/// asked otherwise; with a `-` in front, the other way round), and which filters it has.
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Listing {

  /// The columns.
  String[] sorts();

  /// The filters, by the names of their request parameters.
  String[] filters() default {};
}
