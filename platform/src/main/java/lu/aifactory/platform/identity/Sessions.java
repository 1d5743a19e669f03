package lu.aifactory.platform.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Begins a session for somebody who has just proved who they are by other means than the sign-in page: a new account,
/// an invitation, the first administrator's link.
@Component
public class Sessions {

  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  Sessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /// Ends all sessions of the account except the one of this request.
  void endOthers(AccountId account, HttpServletRequest request) {
    var mine = request.getSession(false);
    sessions.findByPrincipalName(account.value().toString()).keySet().stream()
        .filter(id -> mine == null || !id.equals(mine.getId()))
        .forEach(sessions::deleteById);
  }

  /// Signs the account in with this response.
  public void begin(AccountId account, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      // A session that somebody else may know must not become a signed-in one.
      request.changeSessionId();
    }
    var user = User.withUsername(account.value().toString()).password("").build();
    var authentication =
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
    contexts.saveContext(new SecurityContextImpl(authentication), request, response);
  }
}
