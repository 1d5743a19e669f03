package lu.aifactory.platform.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit trail for programs.
@RestController
@RequestMapping("/api/audit")
class AuditResource {

  private final Auditing auditing;
  private final Keys keys;

  AuditResource(Auditing auditing, Keys keys) {
    this.auditing = auditing;
    this.keys = keys;
  }

  @Needs("audit:read")
  @GetMapping("/entries")
  AuditPage entries(
      @ParameterObject AuditQuery query, @RequestParam(defaultValue = "0") long after) {
    return auditing.page(query, after);
  }

  @Needs("audit:read")
  @GetMapping("/entries/{id}")
  Outcome<Map<String, @Nullable Object>> entry(@PathVariable UUID id) {
    return auditing.entry(id).map(AuditExport::fields);
  }

  @Needs("audit:read")
  @GetMapping(path = "/export", produces = "application/jsonl")
  void export(@ParameterObject AuditQuery query, HttpServletResponse response) throws IOException {
    response.setContentType("application/jsonl");
    response.setCharacterEncoding("UTF-8");
    AuditExport.each(auditing, query, AuditExport.jsonLines(response.getWriter()));
    response.getWriter().flush();
  }

  @Needs("audit:read")
  @GetMapping("/checkpoint")
  Outcome<Checkpoint> checkpoint() {
    return auditing
        .checkpoint()
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(new Refusal.NotFound()));
  }

  @Needs("audit:read")
  @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
  String key() {
    return keys.publicKey();
  }

  @Needs("audit:verify")
  @PostMapping("/verifications")
  ResponseEntity<Check> verify() {
    var id = auditing.verify();
    return ResponseEntity.accepted()
        .location(URI.create("/api/audit/verifications/" + id))
        .body(new Check(id, "running", 0, List.of(), null));
  }

  @Needs("audit:verify")
  @GetMapping("/verifications/{id}")
  Outcome<Check> verification(@PathVariable UUID id) {
    return auditing.verification(id).map(Check::of);
  }

  /// A check: running, intact, broken (with the sentence's key and arguments and the whole finding) or failed.
  record Check(
      UUID id, String state, int percent, List<Object> arguments, @Nullable Verification finding) {

    static Check of(VerificationState state) {
      var result = state.result();
      var word =
          switch (result) {
            case Verification.Intact _ -> "intact";
            case Verification.Broken _ -> "broken";
            case null -> state.running() ? "running" : "failed";
          };
      List<Object> arguments = result == null ? List.of() : List.of(result.arguments());
      return new Check(state.id(), word, state.percent(), arguments, result);
    }
  }
}
