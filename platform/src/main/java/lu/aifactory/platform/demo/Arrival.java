package lu.aifactory.platform.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.NewAccount;
import lu.aifactory.platform.identity.OrganisationId;
import lu.aifactory.platform.identity.Person;
import lu.aifactory.platform.identity.Role;
import lu.aifactory.platform.identity.Secret;

/// The first contact of an invented organisation.
final class Arrival {

  private final Rooms rooms;
  private final Cast cast;

  Arrival(Rooms rooms, Cast cast) {
    this.rooms = rooms;
    this.cast = cast;
  }

  void arrive(String name, Script.Human owner, Map<String, List<String>> answers) {
    var link = rooms.contact().begin().link();
    answers.forEach(
        (question, values) -> Story.done(rooms.contact().answer(link, question, values)));
    Story.done(rooms.contact().answer(link, nameQuestion(answers), List.of(name)));
    Story.done(rooms.contact().answer(link, "language", List.of(owner.language())));
    Story.done(rooms.contact().answer(link, "name", List.of(owner.name())));
    Story.done(rooms.contact().answer(link, "email", List.of(owner.email())));
    var intake = Story.done(rooms.contact().draft(link));
    // An account that is there already is not opened again, so this password is never kept.
    add(owner, intake.account(), Map.of());
    var account =
        new NewAccount(owner.email(), owner.name(), owner.language(), Secret.fresh("").text());
    var engagement = Story.done(rooms.contact().register(link, account));
    cast.met(intake.account(), intake.organisation(), engagement);
  }

  private static String nameQuestion(Map<String, List<String>> answers) {
    return answers.getOrDefault("kind", List.of()).contains("founder")
        ? "project-name"
        : "organisation-name";
  }

  void add(Script.Human human, AccountId account, Map<OrganisationId, Role> memberships) {
    Story.done(
        rooms
            .people()
            .add(
                new Person(
                    account,
                    human.name(),
                    human.email(),
                    Locale.forLanguageTag(human.language()),
                    Set.of(),
                    memberships,
                    null,
                    null)));
  }
}
