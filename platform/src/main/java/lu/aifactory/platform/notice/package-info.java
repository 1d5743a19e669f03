/// What the platform tells its people: an inbox for each account, worded in the reader's language.
@ApplicationModule(allowedDependencies = {"shared", "portal", "identity", "schedule", "mail"})
@NullMarked
package lu.aifactory.platform.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
