package lu.aifactory.platform.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a browser says of itself, in words that its owner recognises. Browsers claim to be several; the most particular
/// name comes first.
record Device(String kind, String browser) {

  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("SamsungBrowser/", "Samsung Internet");
    BROWSERS.put("FxiOS/", "Firefox");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("CriOS/", "Chrome");
    BROWSERS.put("Chromium/", "Chromium");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    KINDS.put("iPhone", "identity.device.iphone");
    KINDS.put("iPad", "identity.device.ipad");
    KINDS.put("Android", "identity.device.android");
    KINDS.put("Windows", "identity.device.windows");
    KINDS.put("CrOS", "identity.device.chromebook");
    KINDS.put("Macintosh", "identity.device.mac");
    KINDS.put("Linux", "identity.device.linux");
  }

  static Device of(String agent) {
    return new Device(
        first(KINDS, agent, "identity.device.unknown"),
        agent.contains("Mozilla/") ? first(BROWSERS, agent, "") : "");
  }

  private static String first(Map<String, String> names, String agent, String otherwise) {
    return names.entrySet().stream()
        .filter(name -> agent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(otherwise);
  }
}
