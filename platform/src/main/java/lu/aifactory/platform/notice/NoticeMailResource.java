package lu.aifactory.platform.notice;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import lu.aifactory.platform.identity.Secret;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which letters one gets, for programs; and the address by which mail programs end digests with one click (RFC 8058).
@RestController
@RequestMapping("/api/notices/mail")
class NoticeMailResource {

  private final NoticeMail mail;

  NoticeMailResource(NoticeMail mail) {
    this.mail = mail;
  }

  /// Whether letters are sent at all, and how soon for each kind of notice.
  record Chosen(boolean available, Map<String, String> paces) {}

  @Needs("notice:read")
  @GetMapping
  Chosen mine() {
    var paces = new TreeMap<String, String>();
    mail.mine().forEach((kind, pace) -> paces.put(kind.code(), pace.code()));
    return new Chosen(mail.available(), paces);
  }

  @Needs("notice:write")
  @PutMapping
  Outcome<Chosen> choose(@RequestBody Map<String, String> paces) {
    return mail.choose(paces).map(_ -> mine());
  }

  @Open("whoever holds the link got the digest; opening it changes nothing")
  @GetMapping("/stop/{link}")
  ResponseEntity<Void> ask(@PathVariable String link) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/notices/mail/stop/").resolve(encoded(link)))
        .build();
  }

  // What a browser has decoded goes into an address again.
  private static String encoded(String link) {
    return java.net.URLEncoder.encode(link, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Open("whoever holds the link got the digest; mail programs send no token against forgery")
  @PostMapping("/stop/{link}")
  Outcome<Boolean> stop(@PathVariable String link) {
    return mail.stop(new Secret(link)).map(_ -> true);
  }
}
