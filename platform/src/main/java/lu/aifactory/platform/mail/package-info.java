/// Letters that leave the factory: an outbox that is filled in the transaction of the change and emptied by the clock,
/// worded in the recipient's language.
@ApplicationModule(allowedDependencies = {"shared", "portal", "identity", "schedule"})
@NullMarked
package lu.aifactory.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
