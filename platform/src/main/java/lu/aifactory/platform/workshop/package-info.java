/// Workshops with experts: an agenda from what is still open, a date that suits, invitations for calendars, notes that
/// several write, and what came of it: decisions that become tasks and texts that are proposed for use cases.
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "portal",
      "identity",
      "notice",
      "mail",
      "documents",
      "journey",
      "readiness",
      "usecase",
      "portfolio"
    })
@NullMarked
package lu.aifactory.platform.workshop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
