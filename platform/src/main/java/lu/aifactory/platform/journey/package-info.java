/// The engagement, the spine of everything: intake, advisor, seven stages, tasks, one next step and the timeline.
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "charts",
      "portal",
      "audit",
      "identity",
      "notice",
      "schedule",
      "documents",
      "rulebook",
      "organisation"
    })
@NullMarked
package lu.aifactory.platform.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
