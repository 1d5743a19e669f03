package lu.aifactory.platform.identity;

import java.util.Collections;
import org.springframework.stereotype.Component;

/// In which roles nobody works with a password alone. Whoever has to and has no second factor yet is led to where they
/// get one, and nowhere else.
@Component
class SecondFactorDuty {

  private final SignInSettings settings;
  private final FactorRows factors;

  SecondFactorDuty(SignInSettings settings, FactorRows factors) {
    this.settings = settings;
    this.factors = factors;
  }

  /// Whether one of the person's roles asks for it.
  boolean isOn(Person person) {
    return !settings.secondFactorFor().isEmpty()
        && !Collections.disjoint(settings.secondFactorFor(), person.allRoles());
  }

  /// Whether programs may go on in the person's name: a token was made by somebody who could prove more than a password,
  /// or in a demonstration.
  boolean letsTokensWork(Person person) {
    if (!isOn(person)) return true;
    var ways = factors.ways(person.id());
    return ways.strong() || ways.invented();
  }
}
