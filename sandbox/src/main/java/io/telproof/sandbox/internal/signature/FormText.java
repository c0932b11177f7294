package io.telproof.sandbox.internal.signature;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A query or a form as clients write it, rightly and wrongly. Stateless. */
public final class FormText {

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  private FormText() {}

  /** With its pairs in alphabetical order. */
  public static String sorted(String text) {
    return Arrays.stream(text.split("&", -1)).sorted().collect(Collectors.joining("&"));
  }

  /** Without its percent-encoding; unchanged where that is broken. */
  public static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** With escapes such as {@code %e9}. */
  public static String lowerCaseEscapes(String text) {
    return ESCAPE.matcher(text).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
  }

  /** As a JSON object of texts. */
  static String json(String text) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (String pair : text.split("&", -1)) {
      String[] both = pair.split("=", 2);
      object.put(decoded(both[0]), both.length < 2 ? "" : decoded(both[1]));
    }
    return object.toString();
  }

  /** The parameters that two have not alike. */
  static Set<String> differing(String one, String other) {
    Map<String, String> first = parameters(one);
    Map<String, String> second = parameters(other);
    Set<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    names.removeIf(name -> first.containsKey(name) && first.get(name).equals(second.get(name)));
    return names;
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : text.split("&", -1)) {
      String[] both = pair.split("=", 2);
      if (both.length == 2) {
        parameters.put(both[0], both[1]);
      }
    }
    return parameters;
  }
}
