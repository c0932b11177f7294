package io.telproof.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A table as it is printed: a heading, and every column but the last as wide as its widest cell.
 * Where the screen is too narrow for that, cells go on below; where it is too narrow for the words
 * of the cells, each row takes several lines, all but the first one indented.
 */
record Columns(List<List<String>> rows) {
  private static final int GAP = 2;
  private static final String INDENTATION = "    ";

  Columns {
    // The width of a cell is that of what is seen of it.
    rows = rows.stream().map(row -> row.stream().map(Escapes::in).toList()).toList();
  }

  /** Neighbouring columns that stand on the same line. */
  private record Group(int first, String indentation, List<Integer> widths) {}

  void print(Screen screen) {
    List<Group> groups = groups(screen.width());
    for (List<String> row : rows) {
      for (Group group : fitting(groups, row, screen.width())) {
        print(row, group, row == rows.get(0), screen);
      }
    }
    screen.flush();
  }

  /** The last column needs no line of its own in a row where it has room behind the others. */
  private static List<Group> fitting(List<Group> groups, List<String> row, int room) {
    int count = groups.size();
    if (count < 2 || groups.get(count - 1).widths().size() > 1) {
      return groups;
    }
    Group before = groups.get(count - 2);
    int last = DisplayWidth.of(row.get(row.size() - 1));
    List<Integer> widths = new ArrayList<>(before.widths());
    widths.add(last);
    if (before.indentation().length() + sum(widths) > room) {
      return groups;
    }
    List<Group> fewer = new ArrayList<>(groups.subList(0, count - 2));
    fewer.add(new Group(before.first(), before.indentation(), widths));
    return fewer;
  }

  private static void print(List<String> row, Group group, boolean heading, Screen screen) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < group.widths().size(); i++) {
      cells.add(LineBreaks.texts(row.get(group.first() + i), group.widths().get(i)));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder(group.indentation());
      for (int i = 0; i < cells.size(); i++) {
        String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
        text.append(cell);
        if (i < cells.size() - 1) {
          text.append(" ".repeat(group.widths().get(i) - DisplayWidth.of(cell) + GAP));
        }
      }
      String shown = height == 1 ? text.toString() : text.toString().stripTrailing();
      if (heading) {
        screen.line(Colour.LABEL, shown);
      } else {
        screen.line(shown);
      }
    }
  }

  private List<Group> groups(int room) {
    List<Integer> natural = widest(DisplayWidth::of);
    if (sum(natural) <= room) {
      return List.of(new Group(0, "", natural));
    }
    List<Integer> least = widest(LineBreaks::longestPiece);
    return sum(least) <= room
        ? List.of(new Group(0, "", narrowed(natural, least, room)))
        : stacked(natural, room);
  }

  private List<Integer> widest(ToIntFunction<String> width) {
    List<Integer> widest = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      int at = column;
      widest.add(rows.stream().mapToInt(row -> width.applyAsInt(row.get(at))).max().orElse(0));
    }
    return widest;
  }

  private static int sum(List<Integer> widths) {
    return widths.stream().mapToInt(width -> width + GAP).sum() - GAP;
  }

  /** Takes from the widest column that has something to give, until all have room. */
  private static List<Integer> narrowed(List<Integer> natural, List<Integer> least, int room) {
    List<Integer> widths = new ArrayList<>(natural);
    while (sum(widths) > room) {
      int widest = -1;
      for (int i = 0; i < widths.size(); i++) {
        if (widths.get(i) > least.get(i) && (widest < 0 || widths.get(i) > widths.get(widest))) {
          widest = i;
        }
      }
      widths.set(widest, widths.get(widest) - 1);
    }
    return widths;
  }

  /** As many columns to a line as it has room for; one that is wider than a line is broken. */
  private static List<Group> stacked(List<Integer> natural, int room) {
    List<Group> groups = new ArrayList<>();
    int first = 0;
    while (first < natural.size()) {
      String indentation = first == 0 ? "" : INDENTATION;
      int left = room - indentation.length();
      List<Integer> widths = new ArrayList<>(List.of(Math.min(natural.get(first), left)));
      for (int next = first + 1; next < natural.size(); next++) {
        if (sum(widths) + GAP + natural.get(next) > left) {
          break;
        }
        widths.add(natural.get(next));
      }
      groups.add(new Group(first, indentation, widths));
      first += widths.size();
    }
    return groups;
  }
}
