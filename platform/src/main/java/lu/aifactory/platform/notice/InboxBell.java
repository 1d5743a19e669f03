package lu.aifactory.platform.notice;

import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.portal.Bell;
import org.springframework.stereotype.Component;

/// The number beside the bell; asked on every page, so it goes straight to the caller's own rows.
@Component
class InboxBell implements Bell {

  private final Inboxes inboxes;
  private final CurrentPerson current;

  InboxBell(Inboxes inboxes, CurrentPerson current) {
    this.inboxes = inboxes;
    this.current = current;
  }

  @Override
  public int unread() {
    return current.find().map(person -> inboxes.unread(person.id())).orElse(0);
  }
}
