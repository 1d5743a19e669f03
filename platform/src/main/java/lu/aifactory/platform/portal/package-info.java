/// The frame in which all rooms show themselves: layout, menu, home, search, errors, languages, lists and forms. Who may
/// see what is asked of Spring Security, whose authorities are the names of permissions.
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package lu.aifactory.platform.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
