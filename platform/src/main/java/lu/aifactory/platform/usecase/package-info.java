/// The decision-ready use-case document: sections with their completeness, two sign-offs of the very same content,
/// and the sealed PDF and JSON. Later rooms fill or add sections through [UseCasePart].
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "charts",
      "portal",
      "identity",
      "notice",
      "documents",
      "journey"
    })
@NullMarked
package lu.aifactory.platform.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
