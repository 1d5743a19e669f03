package lu.aifactory.platform.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lu.aifactory.platform.identity.Sessions;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signs a visitor in as one of the demonstration's people.
@Controller
@InDemo
class DemoSignInPages {

  private final DemoPeople people;
  private final Sessions sessions;

  DemoSignInPages(DemoPeople people, Sessions sessions) {
    this.people = people;
    this.sessions = sessions;
  }

  @Open("demo mode only: everything in there is invented")
  @PostMapping("/demo/sign-in")
  String signIn(
      @RequestParam UUID account, HttpServletRequest request, HttpServletResponse response) {
    var made = people.made(account).orElseThrow(() -> new NotVisible("person " + account));
    sessions.begin(made, request, response);
    return "redirect:/";
  }
}
