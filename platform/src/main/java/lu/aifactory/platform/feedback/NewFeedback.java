package lu.aifactory.platform.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.mail.Addressee;
import lu.aifactory.platform.shared.Fault;

/// What somebody types to tell the factory something.
record NewFeedback(UUID id, String kind, String text, String page, String email) {

  static final int LONGEST = 4000;
  private static final int LONGEST_PAGE = 500;

  NewFeedback {
    text = text.replace("\0", "").strip();
    page = page.replace("\0", "").strip();
    email = email.strip();
  }

  List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    if (Feedback.Kind.of(kind).isEmpty()) faults.add(new Fault("kind", "feedback.fault.kind"));
    if (text.isEmpty()) faults.add(new Fault("text", "feedback.fault.text"));
    if (text.length() > LONGEST)
      faults.add(new Fault("text", "feedback.fault.text-long", List.of(LONGEST)));
    if (page.length() > LONGEST_PAGE)
      faults.add(new Fault("page", "feedback.fault.page", List.of(LONGEST_PAGE)));
    if (!email.isEmpty() && !Addressee.isAddress(email))
      faults.add(new Fault("email", "feedback.fault.email"));
    return faults;
  }

  /// Leaves out what was written: it is for those who answer, and not for logs.
  @Override
  public String toString() {
    return "NewFeedback[" + kind + "]";
  }
}
