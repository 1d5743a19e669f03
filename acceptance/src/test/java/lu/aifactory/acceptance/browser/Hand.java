package lu.aifactory.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/// Fills in forms as people do: with mouse and keyboard, or with the keyboard alone.
///
/// @param keyboardAlone everything is reached with Tab and arrows, and sent with Enter
record Hand(Visit visit, boolean keyboardAlone) {

  private static final int MOST_STEPS = 400;

  private Page page() {
    return visit.page();
  }

  /// Gives a field of the form on the page what the case says.
  void give(String name, JsonNode value) {
    if (value.isArray()) {
      value.forEach(one -> give(name, one.asString()));
    } else {
      give(name, value.asString());
    }
  }

  void give(String name, String value) {
    var field = page().locator("main [name='" + name + "']:not([type=hidden])");
    if (field.count() == 0) throw new AssertionError("no field " + name + " on " + page().url());
    open(field.first());
    var type = field.first().getAttribute("type");
    if ("radio".equals(type) || "checkbox".equals(type)) {
      check(name, value, type);
    } else if ("SELECT".equals(field.first().evaluate("field => field.tagName"))) {
      select(field.first(), value);
    } else {
      write(field.first(), value, "date".equals(type));
    }
  }

  /// What is folded away is unfolded first.
  private void open(Locator field) {
    if (field.isVisible()) return;
    var folded = field.locator("xpath=ancestor::details[not(@open)]/summary").last();
    if (keyboardAlone) {
      go(folded);
      page().keyboard().press("Enter");
    } else {
      folded.click();
    }
  }

  private void check(String name, String value, String type) {
    var box = page().locator("main [name='" + name + "'][value='" + value + "']");
    if (!keyboardAlone) {
      box.check();
      return;
    }
    if (type.equals("checkbox")) {
      go(box);
      if (!box.isChecked()) page().keyboard().press("Space");
      return;
    }
    var group = page().locator("main [name='" + name + "']");
    goToOneOf(name);
    if (!group.evaluateAll("all => all.some(one => one.checked)").equals(true)) {
      page().keyboard().press("Space");
    }
    for (int step = 0; step < group.count() && !box.isChecked(); step++) {
      page().keyboard().press("ArrowDown");
    }
    assertThat(box.isChecked()).as(name + " = " + value).isTrue();
  }

  private void select(Locator field, String value) {
    if (!keyboardAlone) {
      field.selectOption(value);
      return;
    }
    go(field);
    int options = field.locator("option").count();
    page().keyboard().press("Home");
    for (int step = 0; step < options && !field.inputValue().equals(value); step++) {
      page().keyboard().press("ArrowDown");
    }
    assertThat(field.inputValue()).isEqualTo(value);
  }

  private void write(Locator field, String value, boolean day) {
    if (!keyboardAlone) {
      field.fill(value);
      return;
    }
    go(field);
    if (day) {
      var order = visit.words().language().equals("en") ? "MMddyyyy" : "ddMMyyyy";
      page().keyboard().type(LocalDate.parse(value).format(DateTimeFormatter.ofPattern(order)));
    } else {
      page().keyboard().press("Control+A");
      page().keyboard().insertText(value);
    }
    // The browser writes line ends its own way.
    assertThat(field.inputValue().replace("\r", "")).isEqualTo(value.replace("\r", ""));
  }

  /// Presses the button that says this and waits for what comes.
  void press(String key) {
    press(visit.button(key));
  }

  void press(Locator button) {
    if (keyboardAlone) {
      go(button);
      page().waitForNavigation(() -> page().keyboard().press("Enter"));
    } else {
      page().waitForNavigation(button::click);
    }
  }

  private void go(Locator target) {
    for (int step = 0; step < MOST_STEPS; step++) {
      if (target.evaluate("one => one === document.activeElement").equals(true)) return;
      page().keyboard().press("Tab");
    }
    throw new AssertionError("Tab does not lead to " + target + " on " + page().url());
  }

  private void goToOneOf(String name) {
    for (int step = 0; step < MOST_STEPS; step++) {
      if (page().evaluate("name => document.activeElement.name === name", name).equals(true)) {
        return;
      }
      page().keyboard().press("Tab");
    }
    throw new AssertionError("Tab does not lead to " + name + " on " + page().url());
  }

  /// Every field of an object, those of a list of objects row by row.
  void giveAll(JsonNode content) {
    for (var field : content.properties()) {
      if (isTable(field.getValue())) giveRows(field.getKey(), field.getValue());
      else give(field.getKey(), field.getValue());
    }
  }

  private void giveRows(String table, JsonNode rows) {
    for (int row = 0; row < rows.size(); row++) {
      var first = table + "." + row + ".";
      if (page().locator("main [name^='" + first + "']").count() == 0) {
        press(page().locator("main button[name=add][value='" + table + "']"));
      }
      for (var cell : rows.get(row).properties()) give(first + cell.getKey(), cell.getValue());
    }
  }

  private static boolean isTable(JsonNode value) {
    return value.isArray() && !value.isEmpty() && value.get(0).isObject();
  }
}
