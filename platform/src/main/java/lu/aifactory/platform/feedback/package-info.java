/// What people tell the factory about the portal itself, and the accessibility statement that asks them to.
@ApplicationModule(
    allowedDependencies = {"shared", "portal", "identity", "schedule", "mail", "notice"})
@NullMarked
package lu.aifactory.platform.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
