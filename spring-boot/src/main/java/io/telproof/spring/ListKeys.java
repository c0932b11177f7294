package io.telproof.spring;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a list can stand: there a text with commas is one, as everywhere in Spring. Nowhere else,
 * because a secret may have a comma.
 */
final class ListKeys {
  private static final Pattern LIST =
      Pattern.compile(
          "telproof\\.(?:coalesce|routes\\.[^.]+(?:\\.primary)?"
              + "|providers\\.[^.]+\\.limits\\.[^.]+(?:\\.rate)?)");

  private ListKeys() {}

  /** The texts of a list; the text itself where it is none. */
  static List<String> split(PropertyName name, String text) {
    return text.contains(",") && LIST.matcher(name.path()).matches()
        ? Stream.of(text.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList()
        : List.of(text);
  }
}
