/// The demonstration: invented organisations and people in believable states, and sign-in by one click. Exists with
/// `aifactory.demo=true` only.
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "portal",
      "identity",
      "organisation",
      "journey",
      "readiness",
      "usecase",
      "portfolio",
      "workshop"
    })
@NullMarked
package lu.aifactory.platform.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
