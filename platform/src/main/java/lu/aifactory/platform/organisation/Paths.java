package lu.aifactory.platform.organisation;

import static lu.aifactory.platform.organisation.Question.Type.AMOUNT;
import static lu.aifactory.platform.organisation.Question.Type.CHOICE;
import static lu.aifactory.platform.organisation.Question.Type.DAY;
import static lu.aifactory.platform.organisation.Question.Type.NUMBER;
import static lu.aifactory.platform.organisation.Question.Type.PERCENT;
import static lu.aifactory.platform.organisation.Question.Type.TERM;
import static lu.aifactory.platform.organisation.Question.Type.TEXT;
import static lu.aifactory.platform.organisation.Question.Type.YEAR;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The questions of each kind of organisation, in the order in which they are asked.
final class Paths {

  static final String GROUP = "group";

  private static final String IDENTITY = "identity";
  private static final String ACTIVITY = "activity";
  private static final String FIGURES = "figures";

  private static final Question NAME = Question.of(IDENTITY, "name", TEXT);
  private static final Question LANGUAGE =
      Question.of(IDENTITY, "language", CHOICE, "en", "fr", "de", "lb");
  private static final Question SEAT = Question.of(IDENTITY, "seat", TEXT);
  private static final Question FOUNDED = Question.of(IDENTITY, "founded", DAY);
  private static final Question SECTOR = Question.of(ACTIVITY, "sector", TERM, "sectors");

  private static final List<Question> FIGURES_OF_COMPANIES =
      List.of(
          Question.of(ACTIVITY, "accounts", CHOICE, "two-years", "one-year", "none"),
          Question.of(ACTIVITY, "year", YEAR),
          Question.of(ACTIVITY, "publicShare", PERCENT),
          Question.of(FIGURES, "headcount", NUMBER),
          Question.of(FIGURES, "turnover", AMOUNT),
          Question.of(FIGURES, "balance", AMOUNT),
          Question.of(FIGURES, "headcountBefore", NUMBER).onlyIf("accounts", "two-years"),
          Question.of(FIGURES, "turnoverBefore", AMOUNT).onlyIf("accounts", "two-years"),
          Question.of(FIGURES, "balanceBefore", AMOUNT).onlyIf("accounts", "two-years"),
          Question.of(
                  FIGURES,
                  "sizeBefore",
                  CHOICE,
                  "micro",
                  "small",
                  "medium",
                  "small-mid-cap",
                  "large",
                  "unknown")
              .optional()
              .onlyIf("accounts", "two-years"));

  private Paths() {}

  static List<Question> of(Kind kind) {
    return switch (kind) {
      case COMPANY -> join(company(), FIGURES_OF_COMPANIES);
      case EU_COMPANY -> join(companyElsewhere(), FIGURES_OF_COMPANIES);
      case PUBLIC_BODY -> publicBody();
      case RESEARCH_INSTITUTION -> researchInstitution();
      case FOUNDER -> founder();
    };
  }

  private static List<Question> company() {
    return List.of(
        NAME,
        Question.of(IDENTITY, "legalForm", TERM, "legal-forms"),
        SEAT,
        FOUNDED,
        Question.of(IDENTITY, "permit", CHOICE, "granted", "applied", "not-needed", "none"),
        LANGUAGE,
        SECTOR);
  }

  private static List<Question> companyElsewhere() {
    return List.of(
        NAME,
        Question.of(IDENTITY, "country", TERM, "countries"),
        Question.of(IDENTITY, "legalFormText", TEXT),
        SEAT,
        FOUNDED,
        Question.of(IDENTITY, "vat", TEXT).optional(),
        LANGUAGE,
        SECTOR);
  }

  private static List<Question> publicBody() {
    return List.of(
        NAME,
        Question.of(IDENTITY, "publicType", CHOICE, "state", "commune", "establishment", "other"),
        SEAT,
        LANGUAGE,
        Question.of(ACTIVITY, "mission", TEXT),
        SECTOR.optional(),
        Question.of(ACTIVITY, "staff", NUMBER));
  }

  private static List<Question> researchInstitution() {
    return List.of(
        NAME,
        Question.of(IDENTITY, "researchType", CHOICE, "university", "centre", "hospital", "other"),
        SEAT,
        LANGUAGE,
        Question.of(ACTIVITY, "fields", TEXT),
        Question.of(ACTIVITY, "staff", NUMBER),
        Question.of(ACTIVITY, "economicActivity", CHOICE, "no", "ancillary", "yes"));
  }

  private static List<Question> founder() {
    return List.of(
        NAME,
        LANGUAGE,
        Question.of(IDENTITY, "residence", TERM, "countries"),
        Question.of(ACTIVITY, "idea", TEXT),
        SECTOR,
        Question.of(ACTIVITY, "plannedStart", DAY),
        Question.of(ACTIVITY, "team", NUMBER),
        Question.of(FIGURES, "year", YEAR),
        Question.of(FIGURES, "headcount", NUMBER),
        Question.of(FIGURES, "turnover", AMOUNT),
        Question.of(FIGURES, "balance", AMOUNT));
  }

  private static List<Question> join(List<Question> first, List<Question> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  /// The steps of a kind; companies have a last one for their group.
  static List<String> steps(Kind kind) {
    var steps = new LinkedHashSet<String>();
    of(kind).forEach(question -> steps.add(question.step()));
    var all = new ArrayList<>(steps);
    if (hasGroup(kind)) all.add(GROUP);
    return all;
  }

  static boolean hasGroup(Kind kind) {
    return kind == Kind.COMPANY || kind == Kind.EU_COMPANY;
  }

  static List<Question> of(Kind kind, String step) {
    return of(kind).stream().filter(question -> question.step().equals(step)).toList();
  }

  static Optional<Question> find(Kind kind, String name) {
    return of(kind).stream().filter(question -> question.name().equals(name)).findFirst();
  }
}
