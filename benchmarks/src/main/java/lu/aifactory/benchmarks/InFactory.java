package lu.aifactory.benchmarks;

import static lu.aifactory.benchmarks.Browser.any;
import static lu.aifactory.benchmarks.Browser.habit;
import static lu.aifactory.benchmarks.Browser.having;
import static lu.aifactory.benchmarks.Browser.kept;
import static lu.aifactory.benchmarks.Browser.link;
import static lu.aifactory.benchmarks.Browser.read;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import java.util.ArrayList;
import java.util.List;
import lu.aifactory.benchmarks.Browser.Habit;

/// What the people of the factory do: advisors with the engagements that they were given, auditors and administrators
/// with everybody's. Lists are searched, filtered, ordered and turned over.
final class InFactory {

  private static final CheckBuilder ENGAGEMENT = link("engagement", "/engagements/");
  private static final CheckBuilder ORGANISATION = link("organisation", "/organisations/");

  private InFactory() {}

  static ChainBuilder begin() {
    return read("Engagements", "/engagements", ENGAGEMENT);
  }

  static ChainBuilder advise() {
    var habits =
        new ArrayList<>(
            List.of(
                habit(14, read("Home of an advisor", "/")),
                habit(10, Engagement.read()),
                habit(3, Engagement.read(), Engagement.readOlder()),
                habit(6, Engagement.addTask()),
                habit(4, Engagement.read(), Engagement.finishTask()),
                habit(4, Engagement.readiness()),
                habit(5, read("Notices of an advisor", "/notices")),
                habit(2, read("Notices of an advisor, unread", "/notices?state=unread"))));
    habits.addAll(lists(" of an advisor"));
    return any(habits);
  }

  static ChainBuilder audit() {
    var habits =
        new ArrayList<>(
            List.of(
                habit(6, read("Home of an auditor", "/")),
                habit(
                    8,
                    read(
                        "Audit trail",
                        "/audit",
                        link("entry", "/audit/entries/"),
                        kept("after", "after=(\\d+)"))),
                habit(8, having("after", read("Audit trail, further", "/audit?after=#{after}"))),
                habit(8, having("entry", read("Audit entry", "/audit/entries/#{entry}"))),
                habit(8, read("Audit trail, searched", "/audit?q=engagement")),
                habit(5, read("Audit trail, a rare word", "/audit?q=konsbr")),
                habit(5, read("Audit trail, one kind", "/audit?kind=engagement")),
                habit(4, read("Audit trail, from outside", "/audit?outside=true")),
                habit(4, read("Audit trail, since a day", "/audit?from=2026-10-01&order=oldest")),
                habit(4, read("Schedule", "/schedule"))));
    habits.addAll(lists(" of everybody"));
    habits.addAll(accounts());
    return any(habits);
  }

  static ChainBuilder administer() {
    var habits =
        new ArrayList<>(
            List.of(
                habit(12, read("Home of an administrator", "/")),
                habit(6, read("Advisors", "/advisors")),
                habit(4, read("Schedule", "/schedule")),
                habit(8, Engagement.read()),
                habit(
                    5,
                    having(
                        "engagement",
                        read("Choice of an advisor", "/engagements/#{engagement}/advisor")))));
    habits.addAll(engagements(" of everybody"));
    habits.addAll(organisations(" of everybody"));
    habits.addAll(accounts());
    return any(habits);
  }

  private static List<Habit> lists(String whose) {
    var lists = new ArrayList<Habit>();
    lists.addAll(engagements(whose));
    lists.addAll(organisations(whose));
    lists.addAll(
        List.of(
            habit(4, read("Use cases" + whose, "/use-cases")),
            habit(3, read("Use cases" + whose + ", searched", "/use-cases?q=bread&phase=draft")),
            habit(4, read("Documents" + whose, "/documents")),
            habit(3, read("Documents" + whose + ", searched", "/documents?q=report&sort=name"))));
    return lists;
  }

  private static List<Habit> engagements(String whose) {
    var name = "Engagements" + whose;
    return List.of(
        habit(6, read(name, "/engagements", ENGAGEMENT)),
        habit(5, read(name + ", searched", "/engagements?q=klinik", ENGAGEMENT)),
        habit(
            4,
            read(
                name + ", filtered", "/engagements?stage=assess&waiting=organisation", ENGAGEMENT)),
        habit(3, read(name + ", by organisation", "/engagements?sort=organisation", ENGAGEMENT)),
        habit(3, read(name + ", a later page", "/engagements?sort=-until&page=4", ENGAGEMENT)),
        habit(3, read("Search" + whose, "/search?q=energis")));
  }

  private static List<Habit> organisations(String whose) {
    return List.of(
        habit(4, read("Organisations" + whose, "/organisations", ORGANISATION)),
        habit(
            3,
            read("Organisations" + whose + ", searched", "/organisations?q=hotel", ORGANISATION)),
        habit(3, having("organisation", read("Organisation", "/organisations/#{organisation}"))));
  }

  private static List<Habit> accounts() {
    return List.of(
        habit(4, read("Accounts", "/accounts")),
        habit(4, read("Accounts, searched", "/accounts?q=schmit")),
        habit(3, read("Accounts, one role", "/accounts?role=advisor&sort=-created")));
  }
}
