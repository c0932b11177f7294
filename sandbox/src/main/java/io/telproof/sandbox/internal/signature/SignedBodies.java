package io.telproof.sandbox.internal.signature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The bodies that clients sign in place of the one that they send. Stateless. */
public final class SignedBodies {

  /** The length of a body, in bytes, above which it is not tried in other forms. */
  public static final int LARGEST = 64 << 10;

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private SignedBodies() {}

  /** All that differ from the body that was sent, the most usual ones first. */
  public static List<SignedBody> of(byte[] sent, RecentBodies recent) {
    List<SignedBody> all = new ArrayList<>();
    add(all, "an empty body", "");
    add(all, "the body {}", "{}");
    if (sent.length <= LARGEST) {
      String text = new String(sent, StandardCharsets.UTF_8);
      newline(all, text);
      json(all, text);
      if (text.contains("=") && !text.stripLeading().startsWith("{")) {
        form(all, text);
      }
      add(all, "the body without white space at its ends", text.strip());
      add(all, "the body with \\r\\n for each newline", text.replaceAll("\r?\n", "\r\n"));
      for (String charset : List.of("ISO-8859-1", "GBK")) {
        if (Charset.isSupported(charset)) {
          all.add(
              new SignedBody(
                  "the body encoded in " + charset + ", not in UTF-8",
                  text.getBytes(Charset.forName(charset))));
        }
      }
    }
    List<byte[]> earlier = recent.list();
    for (int i = 0; i < earlier.size(); i++) {
      all.add(new SignedBody(earlier(i + 1, sent, earlier.get(i)), earlier.get(i)));
    }
    List<SignedBody> others = new ArrayList<>();
    for (SignedBody each : all) {
      boolean known =
          Arrays.equals(each.bytes(), sent)
              || others.stream().anyMatch(other -> Arrays.equals(other.bytes(), each.bytes()));
      if (!known) {
        others.add(each);
      }
    }
    return others;
  }

  /** First of all: compact JSON has no newline either, and that is not what went wrong. */
  private static void newline(List<SignedBody> all, String text) {
    add(all, "the body with a newline at its end", text + "\n");
    add(all, "the body with \\r\\n at its end", text + "\r\n");
    if (text.endsWith("\n")) {
      add(all, "the body without the newline at its end", text.replaceFirst("\r?\n$", ""));
    }
  }

  private static void json(List<SignedBody> all, String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isContainerNode()) {
        JsonForm.ALL.forEach(form -> add(all, "the body " + form.said(), form.write(node)));
      }
    } catch (JsonProcessingException e) {
      // Not JSON: nothing to write in another way.
    }
  }

  private static void form(List<SignedBody> all, String text) {
    add(all, "the form with its parameters sorted", FormText.sorted(text));
    add(all, "the form before it was percent-encoded", FormText.decoded(text));
    add(all, "the form with %20 for a blank, not +", text.replace("+", "%20"));
    add(all, "the form with + for a blank, not %20", text.replace("%20", "+"));
    add(all, "the form percent-encoded in lower case", FormText.lowerCaseEscapes(text));
    add(all, "the form's parameters as JSON", FormText.json(text));
  }

  private static String earlier(int ago, byte[] sent, byte[] body) {
    String which = ago == 1 ? "the body of the request before" : "the body of an earlier request";
    TreeSet<String> names = new TreeSet<>();
    try {
      JsonNode now = JSON.readTree(sent);
      JsonNode then = JSON.readTree(body);
      if (now.isObject() && then.isObject()) {
        now.fieldNames().forEachRemaining(names::add);
        then.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> now.path(name).equals(then.path(name)));
      }
    } catch (IOException e) {
      names.addAll(
          FormText.differing(
              new String(sent, StandardCharsets.UTF_8), new String(body, StandardCharsets.UTF_8)));
    }
    return names.isEmpty()
        ? which
        : which
            + ", which differs in "
            + names.stream().map(Mask::parameterName).collect(Collectors.joining(", "));
  }

  private static void add(List<SignedBody> all, String said, String text) {
    all.add(new SignedBody(said, text.getBytes(StandardCharsets.UTF_8)));
  }
}
