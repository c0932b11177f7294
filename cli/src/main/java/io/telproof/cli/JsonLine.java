package io.telproof.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object on one line, for a program. Its values are texts, whole numbers, null, and lists
 * and maps of them.
 *
 * @param fields by their names, in the order in which they are printed
 */
record JsonLine(Map<String, @Nullable Object> fields) {
  /** An object without fields, to be filled in order. */
  static Map<String, @Nullable Object> object() {
    return new LinkedHashMap<>();
  }

  void print(PrintStream out) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      write(fields, json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    // Outside of its texts, JSON has none of the characters that are escaped.
    String harmless = Escapes.in(line.toString()) + "\n";
    out.writeBytes(harmless.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        json.writeFieldName((String) field.getKey());
        write(field.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(item, json);
      }
      json.writeEndArray();
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString((String) value);
    }
  }
}
