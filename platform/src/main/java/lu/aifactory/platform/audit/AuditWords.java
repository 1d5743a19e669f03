package lu.aifactory.platform.audit;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Says in the reader's language what the trail holds as names. The room that records `usecase.section-saved` words it
/// under `usecase.audit.section-saved`; what has no words is shown as it is.
@Component("auditWords")
class AuditWords {

  private final MessageSource messages;

  AuditWords(MessageSource messages) {
    this.messages = messages;
  }

  public String action(String action) {
    return words(action.replaceFirst("\\.", ".audit."), action);
  }

  public String kind(String kind) {
    return words("audit.kind." + kind, kind);
  }

  public String sentence(Verification verification) {
    var language = LocaleContextHolder.getLocale();
    return messages.getMessage(verification.message(), verification.arguments(), language);
  }

  private String words(String key, String otherwise) {
    var words = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    return words == null ? otherwise : words;
  }
}
