/// The programme Fit 4 AI: objectives, an accredited consultant whom the organisation chooses, a quote that is checked, an
/// analysis from five views, and a costed plan that is handed over.
@ApplicationModule(
    allowedDependencies = {
      "shared", "portal", "identity", "documents", "rulebook", "organisation", "journey", "portfolio"
    })
@NullMarked
package lu.aifactory.platform.fit4ai;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
