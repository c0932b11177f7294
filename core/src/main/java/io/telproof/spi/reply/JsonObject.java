package io.telproof.spi.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as vendors send it: strictly JSON, but with texts where numbers were promised and
 * numbers where texts were. Read forgivingly field by field, and never printed. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonObject {
  private static final int LARGEST = 128 << 10;

  /** Counted here: Jackson does it from 2.18 on, and applications have older ones. */
  private static final int MOST_TOKENS = 2_000;

  /** More than any page of a vendor shows, and so little that it is read in a moment. */
  private static final StreamReadConstraints MODEST =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxNameLength(256)
          .maxStringLength(64 << 10)
          .maxNumberLength(128)
          .build();

  /** A parser or a writer is used for a moment: more of them at once make buffers of their own. */
  private static final int MOST_KEPT_BUFFERS = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          // Names that a vendor makes up are not kept by the whole process.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(MODEST)
          // Jackson's own pool keeps 16 KB for each thread, and so for each that waits for a
          // permit.
          .recyclerPool(JsonRecyclerPools.newBoundedPool(MOST_KEPT_BUFFERS))
          .build();

  private final Map<String, @Nullable Object> fields;

  private JsonObject(Map<String, @Nullable Object> fields) {
    this.fields = fields;
  }

  /**
   * Reads an object from UTF-8 text. Empty where the text is no JSON, is no object, names a field
   * twice, or goes on behind the object; and where it is made to keep its reader busy: larger than
   * 128 KiB, deeper than 32 objects and lists in one another, of more than 2000 tokens, or with a
   * name of more than 256 characters, a string of more than 64 Ki, or a number of more than 128.
   *
   * @param text a JSON document in UTF-8
   * @return the object; empty where the text holds none
   */
  public static Optional<JsonObject> parse(byte[] text) {
    if (text.length > LARGEST) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(text)) {
      Tokens tokens = new Tokens(parser);
      if (tokens.next() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, @Nullable Object> fields = object(tokens);
      return tokens.next() == null ? Optional.of(new JsonObject(fields)) : Optional.empty();
    } catch (StreamReadException e) {
      return Optional.empty();
    } catch (IOException e) {
      // The text is in memory: only its encoding can be wrong.
      return Optional.empty();
    }
  }

  private static Map<String, @Nullable Object> object(Tokens tokens) throws IOException {
    Map<String, @Nullable Object> fields = new HashMap<>();
    while (tokens.next() == JsonToken.FIELD_NAME) {
      String name = tokens.parser.currentName();
      if (fields.containsKey(name)) {
        throw new IOException("a field is there twice");
      }
      tokens.next();
      fields.put(name, value(tokens));
    }
    return fields;
  }

  private static @Nullable Object value(Tokens tokens) throws IOException {
    return switch (tokens.parser.currentToken()) {
      case START_OBJECT -> new JsonObject(object(tokens));
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        while (tokens.next() != JsonToken.END_ARRAY) {
          items.add(value(tokens));
        }
        yield items;
      }
      case VALUE_NULL -> null;
      default -> tokens.parser.getText();
    };
  }

  /** The tokens of a text, up to as many as there may be. */
  private static final class Tokens {
    final JsonParser parser;
    private int count;

    Tokens(JsonParser parser) {
      this.parser = parser;
    }

    @Nullable JsonToken next() throws IOException {
      JsonToken next = parser.nextToken();
      if (next != null && ++count > MOST_TOKENS) {
        throw new IOException("more tokens than any reply has");
      }
      return next;
    }
  }

  /**
   * {@return the text of a field, without white space around it: of a string, or of a number or
   * boolean as it was written} Empty where the field is missing, null, an object or an array.
   *
   * @param field the name of the field
   */
  public Optional<String> text(String field) {
    return fields.get(field) instanceof String text ? Optional.of(text.strip()) : Optional.empty();
  }

  /**
   * {@return the object in a field} Empty where the field is missing or is something else.
   *
   * @param field the name of the field
   */
  public Optional<JsonObject> object(String field) {
    return fields.get(field) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  /**
   * Returns the objects in the list of a field, in its order. Empty where the field is missing or
   * is something else, and where anything in the list is no object.
   *
   * @param field the name of the field
   * @return the objects
   */
  public Optional<List<JsonObject>> objects(String field) {
    if (!(fields.get(field) instanceof List<?> items)) {
      return Optional.empty();
    }
    List<JsonObject> objects = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof JsonObject object)) {
        return Optional.empty();
      }
      objects.add(object);
    }
    return Optional.of(List.copyOf(objects));
  }

  /**
   * {@return whether the field is missing or null}
   *
   * @param field the name of the field
   */
  public boolean lacks(String field) {
    return fields.get(field) == null;
  }

  /**
   * {@return whether the field is there, and null}
   *
   * @param field the name of the field
   */
  public boolean isNull(String field) {
    return fields.containsKey(field) && lacks(field);
  }

  /**
   * Writes an object as UTF-8 text, its fields in the map's order.
   *
   * @param fields strings, numbers, booleans, and maps and lists of these
   * @return the bytes
   * @throws IllegalArgumentException if a text holds half a character, which no JSON can: sent as
   *     something else, it would be billed as a question about somebody else
   */
  public static byte[] write(Map<String, ?> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      write(fields, generator);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(Object value, JsonGenerator generator) throws IOException {
    if (value instanceof Map<?, ?> map) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        generator.writeFieldName(whole((String) field.getKey()));
        write(field.getValue(), generator);
      }
      generator.writeEndObject();
    } else if (value instanceof List<?> list) {
      generator.writeStartArray();
      for (Object item : list) {
        write(item, generator);
      }
      generator.writeEndArray();
    } else if (value instanceof Number number) {
      generator.writeNumber(number.toString());
    } else if (value instanceof Boolean bool) {
      generator.writeBoolean(bool);
    } else {
      generator.writeString(whole((String) value));
    }
  }

  private static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          throw new IllegalArgumentException("a text holds half a character: a lone surrogate");
        }
        i++;
      }
    }
    return text;
  }

  @Override
  public String toString() {
    return "JsonObject[" + fields.size() + " fields]";
  }
}
