/// The few types that every room speaks: outcomes and refusals, subjects, and what a call needs.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package lu.aifactory.platform.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
