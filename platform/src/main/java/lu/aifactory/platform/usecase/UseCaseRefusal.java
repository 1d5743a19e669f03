package lu.aifactory.platform.usecase;

import java.util.List;
import lu.aifactory.platform.shared.Refusal;

/// Why a use case was not changed, signed or sealed.
public sealed interface UseCaseRefusal extends Refusal {

  @Override
  default Kind kind() {
    return Kind.CONFLICT;
  }

  /// It is sealed, and stays as it is; a new revision may be started from it.
  record IsSealed() implements UseCaseRefusal {

    @Override
    public String message() {
      return "usecase.refusal.sealed";
    }
  }

  /// Sections are missing or weak.
  record NotComplete(List<String> sections) implements UseCaseRefusal {

    @Override
    public String message() {
      return "usecase.refusal.not-complete";
    }

    @Override
    public List<?> arguments() {
      return List.of(sections.size());
    }
  }

  /// The content is not what the signer saw.
  record NotWhatWasShown() implements UseCaseRefusal {

    @Override
    public String message() {
      return "usecase.refusal.not-what-was-shown";
    }
  }

  /// One person cannot sign for both sides.
  record SignedForTheOtherSide() implements UseCaseRefusal {

    @Override
    public String message() {
      return "usecase.refusal.signed-for-other-side";
    }
  }

  /// Only the advisor of this engagement signs as its advisor.
  record NotTheAdvisor() implements UseCaseRefusal {

    @Override
    public String message() {
      return "usecase.refusal.not-the-advisor";
    }
  }

  /// There is no such sign-off to withdraw.
  record NotSigned() implements UseCaseRefusal {

    @Override
    public String message() {
      return "usecase.refusal.not-signed";
    }
  }

  /// Sign-offs of this very content are missing.
  record SignaturesMissing(List<Capacity> capacities) implements UseCaseRefusal {

    @Override
    public String message() {
      return "usecase.refusal.signatures-missing";
    }
  }

  /// Somebody has decided on the proposed text already.
  record ProposalDecided() implements UseCaseRefusal {

    @Override
    public String message() {
      return "usecase.refusal.proposal-decided";
    }
  }

  /// A revision can be started from a sealed document only, and only one at a time.
  record NoRevisionFromHere() implements UseCaseRefusal {

    @Override
    public String message() {
      return "usecase.refusal.no-revision";
    }
  }
}
