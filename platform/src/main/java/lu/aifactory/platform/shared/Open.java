package lu.aifactory.platform.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a call that needs no permission, and says why. All of them stand on a short list that a test holds.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {

  /// Why anybody may do this.
  String value();

  /// As in [Needs#records()].
  String records() default "";
}
