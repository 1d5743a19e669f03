/// Documents: one template becomes a page and a tagged PDF, sealed so that anybody can check it; uploads are checked,
/// and everything is kept encrypted under keys that lie outside the database.
@ApplicationModule(allowedDependencies = {"shared", "charts", "portal", "audit", "identity"})
@NullMarked
package lu.aifactory.platform.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
