package io.telproof.spi.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {
  private static final long SEED = 20261121;

  @Test
  void whatever_text_is_written_is_read_again() {
    Random random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      String name = text(random);
      String value = text(random);
      String inner = text(random);
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put(name, value);
      fields.put(name + "+", Map.of("x", inner, "list", List.of(inner, 7, true)));
      JsonObject read = JsonObject.parse(JsonObject.write(fields)).orElseThrow();
      assertThat(read.text(name)).as("seed %d, case %d", SEED, i).contains(value.strip());
      assertThat(read.object(name + "+").orElseThrow().text("x")).contains(inner.strip());
    }
  }

  /** Control characters, Chinese, and characters of two halves; never half a character. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      int point =
          switch (random.nextInt(5)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> 0x4E00 + random.nextInt(0x5000);
            case 2 -> 0x10000 + random.nextInt(0x100000);
            case 3 -> "\"\\/\u2028\u2029\uFEFF\u007F\u0085".codePointAt(random.nextInt(8));
            default -> ' ' + random.nextInt(0x5F);
          };
      text.appendCodePoint(point);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "x\uDC00y", "\uDC00\uD800", "name\uD83D"})
  void half_a_character_is_refused_and_the_text_not_repeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonObject.write(Map.of("Name", text)))
        .satisfies(
            e -> {
              assertThat(e.getMessage()).contains("half a character").doesNotContain(text);
              assertThat(e.getCause()).isNull();
            });
  }

  @Test
  void null_that_is_said_is_told_from_what_is_missing() {
    JsonObject object = read("{\"a\":null,\"b\":\"null\",\"c\":{}}");
    assertThat(object.isNull("a")).isTrue();
    assertThat(object.isNull("b")).isFalse();
    assertThat(object.isNull("c")).isFalse();
    assertThat(object.isNull("d")).isFalse();
    assertThat(object.lacks("d")).isTrue();
  }

  @Test
  void random_bytes_and_broken_json_never_throw() {
    Random random = new Random(SEED);
    byte[] good =
        JsonObject.write(
            Map.of(
                "Response", Map.of("Result", "0", "List", List.of(1, "two", Map.of("x", true)))));
    int read = 0;
    for (int i = 0; i < 30_000; i++) {
      byte[] bytes = random.nextBoolean() ? mutated(good, random) : new byte[random.nextInt(40)];
      if (bytes.length < 40 && random.nextBoolean()) {
        random.nextBytes(bytes);
      }
      try {
        Optional<JsonObject> parsed = JsonObject.parse(bytes);
        read += parsed.isPresent() ? 1 : 0;
        assertThat(parsed.flatMap(object -> object.text("no such field"))).isEmpty();
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + SEED + ", case " + i, e);
      }
    }
    assertThat(read).isBetween(100, 29_000);
  }

  private static byte[] mutated(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0
        ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length))
        : bytes;
  }

  @Test
  void a_list_is_read_as_objects_in_its_order_where_all_of_it_is_objects() {
    JsonObject read =
        JsonObject.parse(
                ("{'two':[{'a':1},{'a':'2'}],'none':[],'mixed':[{'a':1},2],'null':[null],"
                        + "'object':{},'text':'[]'}")
                    .replace('\'', '"')
                    .getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
    assertThat(read.objects("two").orElseThrow())
        .extracting(each -> each.text("a").orElseThrow())
        .containsExactly("1", "2");
    assertThat(read.objects("none")).contains(List.of());
    for (String other : List.of("mixed", "null", "object", "text", "missing")) {
      assertThat(read.objects(other)).as(other).isEmpty();
    }
  }

  @Test
  void a_tower_of_brackets_is_refused_and_does_not_overflow() {
    for (String tower : List.of("{\"a\":".repeat(200_000), "{\"a\":" + "[".repeat(500_000))) {
      assertThat(JsonObject.parse(tower.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
  }

  @Test
  void objects_and_lists_in_one_another_are_read_down_to_the_32nd_and_no_further() {
    for (String tower : List.of(tower("{\"a\":", "}", 32), "{\"a\":" + tower("[", "]", 31) + "}")) {
      assertThat(JsonObject.parse(tower.getBytes(StandardCharsets.UTF_8))).isPresent();
    }
    for (String tower : List.of(tower("{\"a\":", "}", 33), "{\"a\":" + tower("[", "]", 32) + "}")) {
      assertThat(JsonObject.parse(tower.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
  }

  @Test
  void a_tower_of_objects_is_no_danger_to_a_small_stack() throws InterruptedException {
    byte[] tower = tower("{\"a\":", "}", 990).getBytes(StandardCharsets.UTF_8);
    List<Object> seen = new CopyOnWriteArrayList<>();
    Thread small =
        new Thread(
            null,
            () -> {
              try {
                seen.add(JsonObject.parse(tower));
              } catch (StackOverflowError e) {
                seen.add(e);
              }
            },
            "small",
            1);
    small.start();
    small.join();
    assertThat(seen).containsExactly(Optional.empty());
  }

  private static String tower(String open, String close, int levels) {
    return open.repeat(levels) + (open.equals("[") ? "" : "0") + close.repeat(levels);
  }

  /** Each is good JSON of about a megabyte, made to keep its reader busy. */
  static Stream<String> laborious() {
    int size = 1_000_000;
    return Stream.of(
        "{\"a\":" + "1".repeat(size) + "}",
        "{\"a\":1." + "1".repeat(size) + "}",
        "{\"a\":1e" + "1".repeat(size) + "}",
        "{\"a\":[" + "0,".repeat(size / 2) + "0]}",
        "{\"a\":[" + "{},".repeat(size / 3) + "{}]}",
        "{\"a\":\"" + "x".repeat(size) + "\"}",
        "{\"a\":\"" + "\\u0061".repeat(size / 6) + "\"}",
        "{\"" + "x".repeat(size) + "\":1}",
        IntStream.range(0, size / 10)
            .mapToObj(i -> "\"f" + i + "\":0")
            .collect(Collectors.joining(",", "{", "}")),
        "{\"a\":0}" + " ".repeat(size));
  }

  @ParameterizedTest
  @MethodSource("laborious")
  void a_reply_that_would_keep_its_reader_busy_is_refused(String text) {
    assertThat(JsonObject.parse(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void what_a_vendor_may_well_send_is_not_refused_for_its_size() {
    String text = "x".repeat(30_000);
    String name = "y".repeat(200);
    assertThat(read("{\"a\":\"" + text + "\"}").text("a")).contains(text);
    assertThat(read("{\"" + name + "\":1}").text(name)).contains("1");
    assertThat(read("{\"a\":" + "7".repeat(100) + "}").text("a")).contains("7".repeat(100));
    assertThat(read("{\"a\":[" + "0,".repeat(1_000) + "0]}").lacks("a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "\"x\"",
        "[]",
        "[{}]",
        "{",
        "}",
        "{}x",
        "{} {}",
        "{},",
        "{'a':1}",
        "{a:1}",
        "{\"a\":1,}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{\"a\":+1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,\"a\":2}",
        "{\"b\":{\"a\":1,\"a\":1}}",
        "{\"a\":\"\n\"}",
        "/**/{}",
        "<html>"
      })
  void what_is_not_one_object_in_strict_json_is_refused(String text) {
    assertThat(JsonObject.parse(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void bytes_that_are_not_utf_8_are_refused() {
    byte[] text = "{\"a\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    text[6] = (byte) 0xFF;
    assertThat(JsonObject.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":0}|0",
        "{\"a\":\"0\"}|0",
        "{\"a\":-4}|-4",
        "{\"a\":1.50}|1.50",
        "{\"a\":1e3}|1e3",
        "{\"a\":123456789012345678901234567890}|123456789012345678901234567890",
        "{\"a\":true}|true",
        "{\"a\":\"  x \\t\"}|x",
      })
  void a_text_or_number_is_read_as_it_was_written(String json, String text) {
    assertThat(read(json).text("a")).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":null}", "{\"a\":{}}", "{\"a\":[]}", "{\"b\":1}"})
  void what_is_no_text_is_no_text(String json) {
    assertThat(read(json).text("a")).isEmpty();
  }

  @Test
  void an_object_prints_nothing_of_its_content() {
    assertThat(read("{\"Mobile\":\"13800138000\"}")).hasToString("JsonObject[1 fields]");
  }

  private static JsonObject read(String json) {
    return JsonObject.parse(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
