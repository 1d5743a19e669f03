package lu.aifactory.platform.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lu.aifactory.platform.identity.AccountId;
import lu.aifactory.platform.identity.CurrentPerson;
import lu.aifactory.platform.shared.Needs;
import lu.aifactory.platform.shared.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Advisors for programs.
@RestController
@RequestMapping("/api")
class AdvisorResource {

  private final Advisors advisors;
  private final CurrentPerson current;

  AdvisorResource(Advisors advisors, CurrentPerson current) {
    this.advisors = advisors;
    this.current = current;
  }

  record Profile(
      @Nullable Set<String> sectors,
      @Nullable Set<String> languages,
      int capacity,
      @Nullable LocalDate absentFrom,
      @Nullable LocalDate absentUntil,
      @Nullable UUID substitute,
      int version) {

    static Profile of(AdvisorProfile one) {
      var substitute = one.substitute();
      return new Profile(
          one.sectors(),
          one.languages(),
          one.capacity(),
          one.absentFrom(),
          one.absentUntil(),
          substitute == null ? null : substitute.value(),
          one.version());
    }

    AdvisorProfile toProfile() {
      return new AdvisorProfile(
          sectors == null ? Set.of() : sectors,
          languages == null ? Set.of() : languages,
          capacity,
          absentFrom,
          absentUntil,
          substitute == null ? null : new AccountId(substitute),
          version);
    }
  }

  record Listed(UUID account, String name, int load, boolean absent, Profile profile) {}

  @Needs("engagement:assign")
  @GetMapping("/advisors")
  List<Listed> all() {
    return advisors.all().stream().map(AdvisorResource::listed).toList();
  }

  private static Listed listed(Advisors.Advisor one) {
    return new Listed(
        one.account().value(), one.name(), one.load(), one.absent(), Profile.of(one.profile()));
  }

  @Needs("advisor:profile")
  @GetMapping("/advisor-profile")
  Listed mine() {
    return listed(advisors.advisor(current.get().id()));
  }

  @Needs("advisor:profile")
  @PutMapping("/advisor-profile")
  Outcome<Listed> save(@RequestBody Profile profile) {
    return save(current.get().id(), profile);
  }

  @Needs("engagement:assign")
  @PutMapping("/advisors/{account}/profile")
  Outcome<Listed> save(@PathVariable UUID account, @RequestBody Profile profile) {
    return save(new AccountId(account), profile);
  }

  private Outcome<Listed> save(AccountId account, Profile profile) {
    return advisors
        .save(account, profile.toProfile())
        .map(saved -> listed(advisors.advisor(saved)));
  }
}
