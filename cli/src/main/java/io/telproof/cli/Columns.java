package io.telproof.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * A table as it is printed: a heading, and every column but the last as wide as its widest cell.
 */
record Columns(List<List<String>> rows) {
  void print(PrintStream out, boolean colour) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size() - 1; column++) {
        int at = column;
        int width = rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
        line.append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 2));
      }
      line.append(row.get(row.size() - 1));
      boolean heading = row == rows.get(0);
      out.println(heading ? Colour.LABEL.paint(line.toString(), colour) : line);
    }
    out.flush();
  }
}
