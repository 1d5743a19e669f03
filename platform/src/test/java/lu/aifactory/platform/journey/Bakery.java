package lu.aifactory.platform.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.identity.Identity;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.shared.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A bakery that makes its first contact, and advisors of whom there are as many as a test wants.
final class Bakery {

  private static final String PASSWORD = "correct horse battery staple";

  private final FirstContact contact;
  private final Identity identity;
  private final CurrentPerson current;
  private final JdbcClient jdbc;
  final String email = UUID.randomUUID() + "@example.lu";

  Bakery(FirstContact contact, Identity identity, CurrentPerson current, JdbcClient jdbc) {
    this.contact = contact;
    this.identity = identity;
    this.current = current;
    this.jdbc = jdbc;
  }

  EngagementId engagement() {
    return done(contact.register(answered(), account(email)));
  }

  void noAdvisors() {
    jdbc.sql("delete from account_role where role = 'advisor'").update();
  }

  Secret answered() {
    var link = contact.begin().link();
    Map.ofEntries(
            Map.entry("organisation-name", "Bäckerei Müller"),
            Map.entry("sector", "C"),
            Map.entry("size", "10-49"),
            Map.entry("goal", "Throw away less bread. Know what sells."),
            Map.entry("standing", "idea"),
            Map.entry("data", "tables"),
            Map.entry("when", "quarter"),
            Map.entry("language", "fr"),
            Map.entry("name", "Jeanne Müller"),
            Map.entry("email", email))
        .forEach((question, value) -> {
          done(contact.answer(link, "kind", List.of("company-lu")));
          done(contact.answer(link, question, List.of(value)));
        });
    return link;
  }

  AccountId advisor(String name) {
    var id = new AccountId(UUID.randomUUID());
    done(identity.open(id, new NewAccount(id.value() + "@factory.lu", name, "fr", PASSWORD)));
    jdbc.sql("insert into account_role (account, role) values (:id, 'advisor')")
        .param("id", id.value())
        .update();
    var profile = new AdvisorProfile(Set.of("C"), Set.of("fr", "lb"), 100, null, null, null, 0);
    new AdvisorProfiles(jdbc).save(id, profile);
    return id;
  }

  static NewAccount account(String email) {
    return new NewAccount(email, "Jeanne Müller", "fr", PASSWORD);
  }

  <T> T system(Supplier<T> action) {
    return current.asSystem("test", action);
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var why) ->
          throw new AssertionError(why.message() + " " + why.faults());
    };
  }
}
