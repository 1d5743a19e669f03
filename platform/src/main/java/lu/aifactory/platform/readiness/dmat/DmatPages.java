package lu.aifactory.platform.readiness.dmat;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import lu.aifactory.platform.journey.EngagementId;
import lu.aifactory.platform.portal.Form;
import lu.aifactory.platform.portal.Texts;
import lu.aifactory.platform.readiness.Assessment;
import lu.aifactory.platform.readiness.Readiness;
import lu.aifactory.platform.readiness.dmat.Scores.Moment;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The scores of the Digital Maturity Assessment beside our own.
@Controller
@RequestMapping("/engagements/{engagement}/readiness/dmat")
class DmatPages {

  static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final Dmat dmat;
  private final Readiness readiness;
  private final Texts texts;

  DmatPages(Dmat dmat, Readiness readiness, Texts texts) {
    this.dmat = dmat;
    this.readiness = readiness;
    this.texts = texts;
  }

  @Needs("readiness:read")
  @GetMapping
  String page(@PathVariable UUID engagement, Locale language, Authentication caller, Model model) {
    return page(new EngagementId(engagement), Form.empty(), language, caller, model);
  }

  @Needs("readiness:answer")
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String bringIn(
      @PathVariable UUID engagement,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Locale language,
      Authentication caller,
      Model model)
      throws IOException {
    var id = new EngagementId(engagement);
    return switch (dmat.bringIn(id, content(file))) {
      case Outcome.Done<?> _ -> "redirect:/engagements/" + engagement + "/readiness/dmat";
      case Outcome.Refused<?>(var why) -> page(id, Form.empty().with(why), language, caller, model);
    };
  }

  @Needs("readiness:answer")
  @PostMapping("/{moment}/remove")
  String takeOut(@PathVariable UUID engagement, @PathVariable String moment) {
    dmat.takeOut(new EngagementId(engagement), moment(moment));
    return "redirect:/engagements/" + engagement + "/readiness/dmat";
  }

  @Needs("readiness:read")
  @GetMapping("/scores.csv")
  ResponseEntity<byte[]> csv(@PathVariable UUID engagement) throws IOException {
    return file(
        ScoresFile.csv(dmat.scores(new EngagementId(engagement))),
        CSV,
        "dmat-" + engagement + ".csv");
  }

  @Needs("readiness:read")
  @GetMapping("/scores.xlsx")
  ResponseEntity<byte[]> xlsx(@PathVariable UUID engagement) throws IOException {
    return file(
        ScoresFile.xlsx(dmat.scores(new EngagementId(engagement))),
        XLSX,
        "dmat-" + engagement + ".xlsx");
  }

  private String page(
      EngagementId id, Form form, Locale language, Authentication caller, Model model) {
    var all = dmat.scores(id);
    model.addAttribute("form", form);
    model.addAttribute("engagement", id.value());
    model.addAttribute("columns", String.join(", ", Layout.NEEDED));
    model.addAttribute("mayAnswer", holds(caller, "readiness:answer"));
    if (!all.isEmpty()) {
      var ours = readiness.history(id).stream().filter(Assessment::finished).findFirst();
      model.addAttribute("view", new DmatWords(texts, language, dmat).of(all, ours));
    }
    return "readiness/dmat";
  }

  private static boolean holds(Authentication caller, String permission) {
    return caller.getAuthorities().stream()
        .anyMatch(authority -> permission.equals(authority.getAuthority()));
  }

  static byte[] content(@Nullable MultipartFile file) throws IOException {
    // One byte more than is read says that there is too much.
    return file == null ? new byte[0] : file.getInputStream().readNBytes(Lines.LARGEST + 1);
  }

  static Moment moment(String name) {
    return Stream.of(Moment.values())
        .filter(one -> one.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new NotVisible("moment " + name));
  }

  static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }
}
