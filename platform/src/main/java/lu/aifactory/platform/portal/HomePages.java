package lu.aifactory.platform.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lu.aifactory.platform.shared.Open;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The first page: for visitors what the factory does, for everybody else what waits for them.
@Controller
class HomePages {

  static final List<Integer> STAGES = IntStream.rangeClosed(1, 7).boxed().toList();

  private final ObjectProvider<HomeCard> sources;

  HomePages(ObjectProvider<HomeCard> sources) {
    this.sources = sources;
  }

  @Open("visitors see what the factory does; cards show each caller what is theirs")
  @GetMapping("/")
  String home(Model model) {
    if (Caller.signedIn().isEmpty()) {
      model.addAttribute("stages", STAGES);
      return "portal/landing";
    }
    var cards =
        sources.stream()
            .map(HomeCard::forCaller)
            .flatMap(Optional::stream)
            .filter(card -> !card.rows().isEmpty())
            .sorted(Comparator.comparingInt(Card::order))
            .toList();
    var next =
        at(Card.Place.MINE, cards).stream()
            .flatMap(card -> card.rows().stream())
            .max(Comparator.comparingInt(Card.Row::urgency));
    model.addAttribute("next", next.orElse(null));
    model.addAttribute("mine", without(next, at(Card.Place.MINE, cards)));
    model.addAttribute("others", at(Card.Place.OTHERS, cards));
    model.addAttribute("news", at(Card.Place.NEWS, cards));
    return "portal/home";
  }

  private static List<Card> at(Card.Place place, List<Card> cards) {
    return cards.stream().filter(card -> card.place() == place).toList();
  }

  // The next step is shown once, at the top.
  private static List<Card> without(Optional<Card.Row> next, List<Card> cards) {
    if (next.isEmpty()) return cards;
    return cards.stream()
        .map(card ->
            new Card(
                card.place(),
                card.order(),
                card.heading(),
                card.rows().stream().filter(row -> !row.equals(next.get())).toList(),
                card.all()))
        .filter(card -> !card.rows().isEmpty())
        .toList();
  }
}
