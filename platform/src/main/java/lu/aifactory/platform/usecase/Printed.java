package lu.aifactory.platform.usecase;

import java.util.List;

/// A section as readers see it, in their language: short lines, paragraphs and tables in order.
public record Printed(List<Block> blocks) {

  /// Copies the blocks.
  public Printed {
    blocks = List.copyOf(blocks);
  }

  /// A piece of a section under its label.
  public sealed interface Block {

    /// What the piece is about.
    String label();

    /// Something short, such as a choice, a number or a date.
    record Line(String label, String text) implements Block {}

    /// One or more paragraphs.
    record Prose(String label, List<String> paragraphs) implements Block {

      /// Copies the paragraphs.
      public Prose {
        paragraphs = List.copyOf(paragraphs);
      }
    }

    /// Rows under column headings.
    record Table(String label, List<Column> columns, List<List<String>> rows) implements Block {

      /// Copies rows and columns.
      public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
      }
    }

    /// A column heading; figures are set right-aligned.
    record Column(String label, boolean figures) {}

    /// `line`, `prose` or `table`, for the template.
    default String shape() {
      return switch (this) {
        case Line(_, _) -> "line";
        case Prose(_, _) -> "prose";
        case Table(_, _, _) -> "table";
      };
    }
  }
}
