package lu.aifactory.platform.journey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the first contact.
///
/// @param draftDays after how many days without an answer a first contact is forgotten
/// @param tokenDays for how many days the token lives that a program gets when it opens an engagement
@ConfigurationProperties("aifactory.journey")
record JourneySettings(@DefaultValue("90") int draftDays, @DefaultValue("7") int tokenDays) {}
