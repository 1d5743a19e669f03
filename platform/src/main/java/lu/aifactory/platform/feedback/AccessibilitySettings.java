package lu.aifactory.platform.feedback;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Who answers for the accessibility of this factory's portal, and who stands above them. What is not set is left to the
/// data file of the statement, or out of it.
///
/// @param operator the body that makes the statement
/// @param email whom to write to besides the form
/// @param phone whom to call
/// @param authority who is asked when an answer does not satisfy, in place of Luxembourg's
/// @param authorityAddress where they are reached
@ConfigurationProperties("aifactory.accessibility")
record AccessibilitySettings(
    @Nullable String operator,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String authority,
    @Nullable URI authorityAddress) {

  AccessibilitySettings {
    if ((authority == null) != (authorityAddress == null))
      throw new IllegalArgumentException(
          "aifactory.accessibility.authority and aifactory.accessibility.authority-address belong together: set both or neither");
  }
}
