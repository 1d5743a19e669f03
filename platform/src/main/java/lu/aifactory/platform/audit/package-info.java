/// Who did what, and who looked: an append-only trail, linked into one hash chain and signed, so that a change made
/// behind the platform's back is found.
@ApplicationModule(allowedDependencies = {"shared", "portal"})
@NullMarked
package lu.aifactory.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
