package io.telproof.sandbox.alibaba;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code name=value} pairs of a query or a form, decoded.
 *
 * @param pairs in the order they were sent
 */
record Pairs(List<Pair> pairs) {

  /** One of them. Prints its name alone. */
  record Pair(String name, String value) {

    @Override
    public String toString() {
      return name + "=***";
    }
  }

  Pairs {
    pairs = List.copyOf(pairs);
  }

  /** Reads percent-encoded text, {@code +} being a blank, as the vendor's gateway does. */
  static Pairs decode(String text) throws Refusal {
    List<Pair> pairs = new ArrayList<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      try {
        pairs.add(
            new Pair(
                URLDecoder.decode(name, StandardCharsets.UTF_8),
                URLDecoder.decode(value, StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) {
        throw new Refusal(400, "InvalidParameter.Format", "A parameter is not percent-encoded.");
      }
    }
    return new Pairs(pairs);
  }

  /** In the signature's form: by name, then by value, encoded by RFC 3986. */
  String canonical() {
    return new Pairs(
            pairs.stream()
                .sorted(Comparator.comparing(Pair::name).thenComparing(Pair::value))
                .toList())
        .encoded();
  }

  /** Encoded by RFC 3986, in their own order. */
  String encoded() {
    return pairs.stream()
        .map(pair -> encoded(pair.name()) + '=' + encoded(pair.value()))
        .collect(Collectors.joining("&"));
  }

  /** These and then others. */
  Pairs and(Pairs others) {
    return new Pairs(Stream.concat(pairs.stream(), others.pairs.stream()).toList());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
