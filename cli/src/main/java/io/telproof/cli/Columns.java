package io.telproof.cli;

import java.util.List;

/**
 * A table as it is printed: a heading, and every column but the last as wide as its widest cell.
 */
record Columns(List<List<String>> rows) {
  Columns {
    // The width of a cell is that of what is seen of it.
    rows = rows.stream().map(row -> row.stream().map(Escapes::in).toList()).toList();
  }

  void print(Screen screen) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size() - 1; column++) {
        int at = column;
        int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
        line.append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 2));
      }
      line.append(row.get(row.size() - 1));
      boolean heading = row == rows.get(0);
      if (heading) {
        screen.line(Colour.LABEL, line.toString());
      } else {
        screen.line(line.toString());
      }
    }
    screen.flush();
  }
}
