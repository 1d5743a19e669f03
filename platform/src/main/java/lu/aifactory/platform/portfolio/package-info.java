/// Which ideas an organisation should begin with: its own and those of the pattern library, judged by written criteria,
/// ranked by value and probability of success, and decided by people with a reason.
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "charts",
      "portal",
      "identity",
      "documents",
      "journey",
      "usecase"
    })
@NullMarked
package lu.aifactory.platform.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
