package lu.aifactory.platform.workshop;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lu.aifactory.platform.documents.Document;
import lu.aifactory.platform.identity.Access;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.journey.Waiting;
import lu.aifactory.platform.portal.Difference;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Outcome.Done;
import lu.aifactory.platform.shared.Outcome.Refused;
import lu.aifactory.platform.shared.Refusal;
import lu.aifactory.platform.usecase.TextProposal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Writing down what a workshop comes to.
@Controller
@RequestMapping("/workshops/{id}")
class MinutesPages {

  private final Workshops workshops;
  private final Minutes minutes;
  private final WorkshopPages pages;
  private final Access access;
  private final Texts texts;

  MinutesPages(
      Workshops workshops, Minutes minutes, WorkshopPages pages, Access access, Texts texts) {
    this.workshops = workshops;
    this.minutes = minutes;
    this.pages = pages;
    this.access = access;
    this.texts = texts;
  }

  @Needs("workshop:take-part")
  @GetMapping("/notes")
  String notes(@PathVariable UUID id, @RequestParam Optional<String> saved, Model model) {
    var workshop = workshops.show(new WorkshopId(id));
    if (!access.may("workshop:take-part", workshop.organisation())) {
      throw new NotVisible("notes of " + id);
    }
    var notes = minutes.notes(workshop.id());
    var draft = minutes.draft(workshop.id());
    model.addAttribute("saved", saved.isPresent());
    model.addAttribute("draft", draft.orElse(null));
    var form =
        draft
            .map(one -> Form.empty().with("text", one.text()).with("version", one.seen()))
            .orElseGet(
                () -> Form.empty().with("text", notes.text()).with("version", notes.version()));
    return notesPage(workshop, notes, form, List.of(), model);
  }

  @Needs("workshop:take-part")
  @PostMapping("/notes")
  String save(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> typed,
      Model model) {
    var workshop = new WorkshopId(id);
    var form = Form.of(typed);
    return switch (minutes.save(workshop, form.value("text"), version)) {
      case Done<Notes> _ -> "redirect:/workshops/" + id + "/notes?saved";
      case Refused<Notes>(Refusal.Changed(var now)) -> {
        // Both texts stand on the page; the form keeps the caller's and carries the new version.
        var theirs = minutes.notes(workshop);
        var difference =
            new Difference(texts.of("workshop.notes.title"), theirs.text(), form.value("text"));
        yield notesPage(
            workshops.show(workshop),
            theirs,
            form.with("version", now),
            List.of(difference),
            model);
      }
      case Refused<Notes>(var why) ->
          notesPage(
              workshops.show(workshop), minutes.notes(workshop), form.with(why), List.of(), model);
    };
  }

  /// Keeps what is being written, every few seconds while somebody writes.
  @Needs("workshop:take-part")
  @PostMapping("/notes/draft")
  String keep(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String text,
      Model model) {
    var outcome = minutes.keep(new WorkshopId(id), text, version);
    model.addAttribute("kept", outcome instanceof Done<Notes.Draft>(var draft) ? draft : null);
    return "workshop/notes :: kept";
  }

  private static String notesPage(
      Workshop workshop, Notes notes, Form form, List<Difference> conflicts, Model model) {
    model.addAttribute("workshop", workshop);
    model.addAttribute("notes", notes);
    model.addAttribute("form", form);
    model.addAttribute("conflicts", conflicts);
    return "workshop/notes";
  }

  @Needs("workshop:write")
  @PostMapping("/decisions")
  String decide(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var form = Form.of(typed);
    var faults = new ArrayList<Fault>();
    var until = day(form.value("until"), faults);
    var decision =
        new Minutes.NewDecision(
            form.id(),
            form.value("what"),
            side(form.value("side")),
            PlanForm.id(form.value("person")).map(AccountId::new).orElse(null),
            until);
    var workshop = new WorkshopId(id);
    return afterwards(
        workshop,
        faults.isEmpty()
            ? minutes.decide(workshop, decision)
            : Outcome.<Workshop>refused(new Refusal.Invalid(faults)),
        "#decisions",
        form,
        language,
        model);
  }

  @Needs("workshop:take-part")
  @PostMapping("/texts")
  String propose(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> typed,
      Locale language,
      Model model) {
    var form = Form.of(typed);
    var place = form.value("place").split("\\.", 2);
    var workshop = new WorkshopId(id);
    Outcome<TextProposal> outcome =
        minutes.propose(
            workshop, form.id(), place[0], place.length > 1 ? place[1] : "", form.value("text"));
    return afterwards(workshop, outcome, "#texts", form, language, model);
  }

  @Needs("workshop:read")
  @GetMapping("/minutes")
  ResponseEntity<String> read(@PathVariable UUID id, Locale language) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_HTML)
        .body(minutes.page(new WorkshopId(id), language));
  }

  @Needs("workshop:write")
  @PostMapping("/minutes")
  String seal(@PathVariable UUID id, Locale language, Model model) {
    var workshop = new WorkshopId(id);
    return switch (minutes.seal(workshop, language)) {
      case Done<Document>(var document) -> "redirect:/documents/" + document.id().value();
      case Refused<Document>(var why) ->
          pages.page(workshops.show(workshop), Form.empty().with(why), language, model);
    };
  }

  private String afterwards(
      WorkshopId id, Outcome<?> outcome, String at, Form form, Locale language, Model model) {
    return switch (outcome) {
      case Done<?> _ -> "redirect:/workshops/" + id.value() + at;
      case Refused<?>(var why) -> pages.page(workshops.show(id), form.with(why), language, model);
    };
  }

  static Waiting.@Nullable Who side(String code) {
    return Arrays.stream(Waiting.Who.values())
        .filter(who -> who.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  static @Nullable LocalDate day(String typed, List<Fault> faults) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed);
    } catch (DateTimeException _) {
      faults.add(new Fault("until", "journey.fault.day"));
      return null;
    }
  }
}
