package lu.aifactory.platform.journey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the room.
///
/// @param draftDays after how many days without an answer a first contact is forgotten
/// @param tokenDays for how many days the token lives that a program gets when it opens an engagement
/// @param holidays code of the country whose public holidays count
/// @param commentMinutes for how many minutes an own comment can be changed
/// @param smallestGroup the cockpit names no group of fewer organisations than this
@ConfigurationProperties("aifactory.journey")
record JourneySettings(
    @DefaultValue("90") int draftDays,
    @DefaultValue("7") int tokenDays,
    @DefaultValue("lu") String holidays,
    @DefaultValue("15") int commentMinutes,
    @DefaultValue("5") int smallestGroup) {}
