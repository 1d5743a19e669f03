/// What an operator does beside the running application: back up, restore, and check the audit trail. Works on the
/// home and the database alone and starts no application. And the rehearsal that makes later starts quick.
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package lu.aifactory.platform.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
