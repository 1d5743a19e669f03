package lu.aifactory.platform.portal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many requests one caller may make: all requests, and fewer where passwords, new cases, feedback, invitations or new
/// tokens are tried.
@ConfigurationProperties("aifactory.limits")
record LimitSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue Everything everything,
    @DefaultValue SignIn signIn,
    @DefaultValue Intake intake,
    @DefaultValue Feedback feedback,
    @DefaultValue Invitations invitations,
    @DefaultValue Tokens tokens) {

  interface Rate {
    int requests();

    Duration per();
  }

  record Everything(@DefaultValue("1200") int requests, @DefaultValue("1m") Duration per)
      implements Rate {}

  record SignIn(@DefaultValue("10") int requests, @DefaultValue("1m") Duration per)
      implements Rate {}

  record Intake(@DefaultValue("60") int requests, @DefaultValue("10m") Duration per)
      implements Rate {}

  record Feedback(@DefaultValue("10") int requests, @DefaultValue("10m") Duration per)
      implements Rate {}

  record Invitations(@DefaultValue("20") int requests, @DefaultValue("1h") Duration per)
      implements Rate {}

  record Tokens(@DefaultValue("20") int requests, @DefaultValue("1h") Duration per)
      implements Rate {}
}
