package lu.aifactory.platform.demo;

import java.util.List;
import java.util.UUID;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.InventedPeople;
import lu.aifactory.platform.identity.Tokens;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A token of one of the demonstration's people, for programs. It lives for a day.
@RestController
@InDemo
class DemoSignInResource {

  private static final int DAYS = 1;

  private final DemoPeople demo;
  private final InventedPeople people;
  private final CurrentPerson current;
  private final Tokens tokens;

  DemoSignInResource(DemoPeople demo, InventedPeople people, CurrentPerson current, Tokens tokens) {
    this.demo = demo;
    this.people = people;
    this.current = current;
    this.tokens = tokens;
  }

  record Wanted(@Nullable UUID account) {}

  record Token(String token) {}

  @Open("demo mode only: everything in there is invented")
  @PostMapping("/api/demo/sign-in")
  Outcome<Token> signIn(@RequestBody Wanted wanted) {
    var account = wanted.account();
    return account == null
        ? Outcome.refused(new Refusal.NotFound())
        : demo.made(account)
            .map(
                made -> current.asSystem("demo", () -> people.as(made, () -> tokens.make(draft()))))
            .orElseGet(() -> Outcome.refused(new Refusal.NotFound()))
            .map(made -> new Token(made.secret().text()));
  }

  private static Tokens.Draft draft() {
    return new Tokens.Draft(UUID.randomUUID(), "demo", List.of(), DAYS);
  }
}
