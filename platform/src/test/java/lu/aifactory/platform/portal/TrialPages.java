package lu.aifactory.platform.portal;

import java.util.List;
import java.util.Optional;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// Pages for the tests to open, a card and something to find. Not shipped.
@Controller
@TestComponent
class TrialPages implements HomeCard, SearchSource {

  @Needs("bread:read")
  @GetMapping("/trial/guarded")
  String guarded() {
    return "portal/search";
  }

  @Open("a test")
  @PostMapping("/trial")
  String post() {
    return "redirect:/";
  }

  @Open("a test")
  @GetMapping("/trial/away")
  String away() {
    throw new DataAccessResourceFailureException("away");
  }

  @Override
  public Optional<Card> forCaller() {
    if (!Caller.may("bread:read")) return Optional.empty();
    return Optional.of(
        new Card(
            Card.Place.MINE,
            1,
            "Boulangerie Schmit",
            List.of(
                row("Look at the till receipts", 10),
                row("Answer the readiness questions", 80),
                row("Sign off the use case", 40)),
            "/engagements"));
  }

  private static Card.Row row(String title, int urgency) {
    return new Card.Row(
        title,
        "Asked by Claire Weber",
        "by Friday 15 January 2027",
        Tone.WAITING,
        "Waits for you",
        "/x/" + urgency,
        "Open it",
        urgency);
  }

  @Override
  public List<Hit> search(String text, int limit) {
    return text.equals("bread")
        ? List.of(new Hit("portal.list.next", "Rye <bread>", "Baked on Monday", "/bread/1"))
        : List.of();
  }
}
