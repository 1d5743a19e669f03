/// Recurring and long work: what runs by the clock, and places where programs run apart from the platform, with files in
/// and files out.
@ApplicationModule(allowedDependencies = {"shared", "portal", "audit", "identity"})
@NullMarked
package lu.aifactory.platform.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
