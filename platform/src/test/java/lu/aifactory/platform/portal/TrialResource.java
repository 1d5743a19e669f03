package lu.aifactory.platform.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lu.aifactory.platform.shared.Fault;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.NotVisible;
import lu.aifactory.platform.shared.Open;
import lu.aifactory.platform.shared.Outcome;
import lu.aifactory.platform.shared.Refusal;
import org.slf4j.MDC;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Something for the tests to call. Not shipped.
@RestController
@TestComponent
@RequestMapping("/api/trial")
class TrialResource {

  record Bread(String name, int loaves, LocalDate day, List<Flour> flours) {}

  record Flour(String kind, double share) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  final AtomicInteger baked = new AtomicInteger();

  TrialResource(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    jdbc.sql("create table if not exists bread (name text)").update();
  }

  @Open("a test")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Outcome<Bread> bake(@RequestBody Bread bread) throws InterruptedException {
    jdbc.sql("insert into bread (name) values (:name)").param("name", bread.name()).update();
    baked.incrementAndGet();
    if (bread.name().equals("slow")) Thread.sleep(300);
    return bread.loaves() < 0
        ? Outcome.refused(new Refusal.Invalid(List.of(new Fault("loaves", "portal.fault.missing"))))
        : Outcome.done(bread);
  }

  @Open("a test")
  @GetMapping("/changed")
  Outcome<Bread> changed() {
    return Outcome.refused(new Refusal.Changed(3));
  }

  @Open("a test")
  @GetMapping("/list")
  Page<String> list(
      @Listing(
              sorts = {"-name", "day"},
              filters = "state")
          ListQuery query) {
    return new Page<>(List.of(query.toString()), 1, query);
  }

  @Needs("bread:read")
  @GetMapping("/guarded")
  String guarded() {
    return "bread";
  }

  @GetMapping("/forgotten")
  String forgotten() {
    return "never shown";
  }

  @Open("a test")
  @GetMapping("/gone")
  String gone() {
    throw new NotVisible("bread");
  }

  @Open("a test")
  @GetMapping("/away")
  String away() {
    throw new DataAccessResourceFailureException("away");
  }

  @Open("a test")
  @GetMapping("/broken")
  String broken() {
    throw new IllegalStateException("a secret inside");
  }

  @Open("a test")
  @GetMapping("/link/{secret}")
  String linked(@PathVariable String secret) {
    throw new IllegalStateException("broken");
  }

  @Open("a test")
  @PostMapping("/passed-over")
  String passedOver() {
    transaction.executeWithoutResult(TransactionStatus::setRollbackOnly);
    return "well";
  }

  @Open("a test")
  @GetMapping("/reference")
  String reference() {
    return String.valueOf(MDC.get("request"));
  }

  @Open("a test")
  @GetMapping("/number/{number}")
  int number(@PathVariable int number, @RequestParam int times) {
    return number * times;
  }
}
