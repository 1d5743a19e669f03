package lu.aifactory.platform.readiness;

import lu.aifactory.platform.journey.EngagementId;

/// The addresses of this room's pages.
final class Links {

  private Links() {}

  static String overview(EngagementId engagement) {
    return "/engagements/" + engagement.value() + "/readiness";
  }

  static String report(AssessmentId assessment) {
    return "/readiness/" + assessment.value();
  }

  static String facts(AssessmentId assessment) {
    return report(assessment) + "/facts";
  }

  static String question(AssessmentId assessment, String item) {
    return report(assessment) + "/questions/" + item;
  }

  static String evidence(AssessmentId assessment, String item) {
    return question(assessment, item) + "/evidence";
  }

  static String check(AssessmentId assessment) {
    return report(assessment) + "/check";
  }
}
