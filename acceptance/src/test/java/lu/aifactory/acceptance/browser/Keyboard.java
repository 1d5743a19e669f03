package lu.aifactory.acceptance.browser;

import com.microsoft.playwright.Page;
import java.util.UUID;

/// Somebody who goes through pages with Tab, Space, Enter and letters.
record Keyboard(Page page) {

  private static final int MOST_STEPS = 60;

  static Keyboard of(Page page) {
    return new Keyboard(page);
  }

  boolean isAt(String selector) {
    return Boolean.TRUE.equals(
        page.evaluate("selector => document.activeElement.matches(selector)", selector));
  }

  /// Goes on until the thing has the focus.
  void go(String selector) {
    for (int step = 0; step < MOST_STEPS && !isAt(selector); step++) page.keyboard().press("Tab");
    if (!isAt(selector)) {
      throw new AssertionError("Tab does not lead to " + selector + " on " + page.url());
    }
  }

  void press(String selector) {
    go(selector);
    var here = page.url();
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.equals(here));
  }

  void type(String selector, String text) {
    go(selector);
    page.keyboard().type(text);
  }

  /// Gives some answer to the one question of the page.
  void answer() {
    var field = "main form :is(input, select, textarea):not([type=hidden])";
    go(field);
    if (isAt("[type=radio], [type=checkbox]")) page.keyboard().press("Space");
    else if (isAt("select")) page.keyboard().press("ArrowDown");
    else if (isAt("[type=email]")) page.keyboard().type(UUID.randomUUID() + "@example.lu");
    else page.keyboard().type("Less bread");
  }
}
