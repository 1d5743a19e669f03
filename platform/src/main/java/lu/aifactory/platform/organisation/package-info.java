/// What an organisation is: its kind with the questions of that kind, its group, its size in every frame that matters,
/// and its signed declarations of that size. The tenant itself is identity's.
@ApplicationModule(
    allowedDependencies = {"shared", "charts", "portal", "audit", "identity", "rulebook"})
@NullMarked
package lu.aifactory.platform.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
