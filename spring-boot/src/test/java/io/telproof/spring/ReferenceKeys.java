package io.telproof.spring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of files with defaults, those in comments too, each with what the file says of it. */
final class ReferenceKeys {
  private static final Pattern KEY = Pattern.compile("(?:#\\s*)?([a-z-]+) = (.*)");
  private static final Pattern BLOCK = Pattern.compile("(?:#\\s*)?([a-z.-]+) \\{( \\})?");
  private static final Pattern END = Pattern.compile("(?:#\\s*)?}");

  private final Map<String, Key> keys = new LinkedHashMap<>();

  /**
   * A key.
   *
   * @param value its default, or the example in the comment
   * @param isDefault whether it is a default
   * @param description what stands above it
   */
  record Key(String value, boolean isDefault, String description) {}

  ReferenceKeys(List<Path> files) throws IOException {
    for (Path file : files) {
      read(Files.readAllLines(file));
    }
  }

  /** By path. */
  Map<String, Key> keys() {
    return keys;
  }

  private void read(List<String> lines) {
    Deque<String> path = new ArrayDeque<>();
    Deque<String> above = new ArrayDeque<>();
    List<String> prose = new ArrayList<>();
    for (String line : lines.stream().map(String::strip).toList()) {
      Matcher key = KEY.matcher(line);
      Matcher block = BLOCK.matcher(line);
      if (line.isEmpty()) {
        prose.clear();
      } else if (END.matcher(line).matches()) {
        path.removeLast();
        above.removeLast();
      } else if (block.matches()) {
        if (block.group(2) == null) {
          path.addLast(block.group(1));
          above.addLast(String.join(" ", prose));
        }
        prose.clear();
      } else if (key.matches()) {
        // Of several keys beneath one text, it is said of each.
        String said = prose.isEmpty() ? above.getLast() : String.join(" ", prose);
        keys.putIfAbsent(
            String.join(".", path) + "." + key.group(1),
            new Key(key.group(2), !line.startsWith("#"), said));
        prose.clear();
      } else if (line.startsWith("# ")) {
        prose.add(line.substring(2));
      }
    }
  }
}
