package lu.aifactory.platform.workshop;

import java.util.List;
import java.util.Locale;
import lu.aifactory.platform.journey.EngagementId;

/// A room that knows what is still open in an engagement. The agenda of a workshop is drawn up from it. It is asked for the
/// caller, so that nothing gets onto an agenda that they may not see.
public interface OpenQuestions {

  /// What is open now, the weightiest first, in words of a language.
  List<OpenQuestion> openIn(EngagementId engagement, Locale language);

  /// Something that people could settle when they meet.
  ///
  /// @param link page of the portal where it stands
  record OpenQuestion(String text, String link) {}
}
