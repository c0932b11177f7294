package io.telproof.sandbox.internal.signature;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A way in which a library writes JSON.
 *
 * @param said after "the body"
 * @param comma between two members, where they stand on one line
 * @param colon between a name and its value
 * @param indent blanks that each level is indented by; 0 for one line
 * @param escaped the characters below U+0080 that are written as an escape, and {@code é} where all
 *     above it are
 * @param sorted whether names are in alphabetical order
 */
record JsonForm(
    String said, String comma, String colon, int indent, String escaped, boolean sorted) {

  private static final String ABOVE_ASCII = "é";

  static final List<JsonForm> ALL =
      List.of(
          new JsonForm("without blanks (compact JSON)", ",", ":", 0, "", false),
          new JsonForm(
              "with a blank after each comma and colon, as json.dumps of Python writes it",
              ", ",
              ": ",
              0,
              ABOVE_ASCII,
              false),
          new JsonForm("with a blank after each comma and colon", ", ", ": ", 0, "", false),
          new JsonForm(
              "without blanks and with \\u escapes for what is not ASCII",
              ",",
              ":",
              0,
              ABOVE_ASCII,
              false),
          new JsonForm(
              "with \\u escapes and \\/ for a slash, as json_encode of PHP writes it",
              ",",
              ":",
              0,
              ABOVE_ASCII + "/",
              false),
          new JsonForm(
              "with \\u escapes for <, > and &, as json.Marshal of Go writes it",
              ",",
              ":",
              0,
              "<>&",
              false),
          new JsonForm(
              "with \\u escapes for <, >, &, = and ', as Gson writes it",
              ",",
              ":",
              0,
              "<>&='",
              false),
          new JsonForm("with its names sorted", ",", ":", 0, "", true),
          new JsonForm("with its names sorted and \\u escapes", ",", ":", 0, ABOVE_ASCII, true),
          new JsonForm(
              "with its names sorted, as json.dumps of Python writes it with sort_keys",
              ", ",
              ": ",
              0,
              ABOVE_ASCII,
              true),
          new JsonForm("indented by 2 blanks", ",", ": ", 2, "", false),
          new JsonForm("indented by 4 blanks", ",", ": ", 4, "", false),
          new JsonForm("indented by 2 blanks, as Jackson writes it", ",", " : ", 2, "", false),
          new JsonForm("indented by 4 blanks, with \\u escapes", ",", ": ", 4, ABOVE_ASCII, false));

  String write(JsonNode node) {
    StringBuilder out = new StringBuilder();
    write(node, 0, out);
    return out.toString();
  }

  private void write(JsonNode node, int depth, StringBuilder out) {
    if (node.isObject()) {
      List<String> names = new ArrayList<>();
      node.fieldNames().forEachRemaining(names::add);
      if (sorted) {
        Collections.sort(names);
      }
      out.append('{');
      for (int i = 0; i < names.size(); i++) {
        next(i, depth + 1, out);
        text(names.get(i), out);
        out.append(colon);
        write(node.get(names.get(i)), depth + 1, out);
      }
      end(names.size(), depth, out);
      out.append('}');
    } else if (node.isArray()) {
      out.append('[');
      for (int i = 0; i < node.size(); i++) {
        next(i, depth + 1, out);
        write(node.get(i), depth + 1, out);
      }
      end(node.size(), depth, out);
      out.append(']');
    } else if (node.isTextual()) {
      text(node.textValue(), out);
    } else {
      out.append(node.asText());
    }
  }

  private void next(int index, int depth, StringBuilder out) {
    out.append(index == 0 ? "" : comma);
    if (indent > 0) {
      out.append('\n').append(" ".repeat(indent * depth));
    }
  }

  private void end(int members, int depth, StringBuilder out) {
    if (indent > 0 && members > 0) {
      out.append('\n').append(" ".repeat(indent * depth));
    }
  }

  private void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      out.append(written(text.charAt(i)));
    }
    out.append('"');
  }

  private String written(char each) {
    return switch (each) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '/' -> escaped.contains("/") ? "\\/" : "/";
      default -> {
        boolean escape =
            each < ' '
                || (each < 0x80 ? escaped.indexOf(each) >= 0 : escaped.contains(ABOVE_ASCII));
        yield escape ? String.format(Locale.ROOT, "\\u%04x", (int) each) : String.valueOf(each);
      }
    };
  }
}
