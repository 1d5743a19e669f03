package lu.aifactory.platform.journey;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import lu.aifactory.platform.notice.LinkName;
import org.springframework.stereotype.Component;

/// What an engagement is called in a digest, for those who were told of what happened in it.
@Component
class EngagementName implements LinkName {

  private static final Pattern PAGE =
      Pattern.compile("/engagements/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Engagements engagements;

  EngagementName(Engagements engagements) {
    this.engagements = engagements;
  }

  @Override
  public Optional<String> of(String link) {
    var page = PAGE.matcher(link);
    return page.matches()
        ? engagements
            .find(new EngagementId(UUID.fromString(page.group(1))))
            .map(found -> found.title() + ", " + found.organisationName())
        : Optional.empty();
  }
}
