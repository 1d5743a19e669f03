/// The frame around every page: layout, menu, home, search, languages and errors.
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package lu.aifactory.platform.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
