package io.telproof.spring;

import java.util.ArrayList;
import java.util.List;

/**
 * The name of a property, in parts: {@code a.b[0].c[+86]} is a, b, 0, c and +86. What stands in
 * brackets is one part, whatever is in it; so Spring writes the places of a list, and keys of YAML
 * that are no plain words.
 *
 * @param parts the parts, of which none is empty
 */
record PropertyName(List<String> parts) {
  PropertyName {
    parts = List.copyOf(parts);
  }

  /** Whatever is no part of a well-formed name stays as it is, for the client to refuse. */
  static PropertyName of(String name) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      char character = name.charAt(at);
      int end = character == '[' ? name.indexOf(']', at) : -1;
      if (end > at + 1) {
        add(parts, part);
        part.append(name, at + 1, end);
        add(parts, part);
        at = end;
      } else if (character == '.') {
        add(parts, part);
      } else {
        part.append(character);
      }
    }
    add(parts, part);
    return new PropertyName(parts);
  }

  private static void add(List<String> parts, StringBuilder part) {
    if (!part.isEmpty()) {
      parts.add(part.toString());
      part.setLength(0);
    }
  }

  /** As the client writes it. */
  String path() {
    return String.join(".", parts);
  }
}
