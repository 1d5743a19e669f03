/// How ready an organisation is for its AI project: a short questionnaire of anchored levels, an expert-weighted index
/// with an uncertainty band, gates per stage, and three next actions with their reasons.
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "charts",
      "portal",
      "identity",
      "schedule",
      "documents",
      "rulebook",
      "journey"
    })
@NullMarked
package lu.aifactory.platform.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
