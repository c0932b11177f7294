package io.telproof.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.telproof.Sensitive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what must not be an argument from standard input: one JSON object of texts, in UTF-8. What
 * is wrong with it is said without a word of what was read, field names that are not expected
 * included.
 */
final class ClaimInput {
  private static final int LARGEST = 64 << 10;

  private ClaimInput() {}

  /**
   * Reads an object that has exactly these fields, none of them blank, and strips them of white
   * space around: a blank pasted along would be charged as a mismatch.
   *
   * @param optional fields that may be left out, or null
   * @throws UsageException if it is anything else
   */
  static Map<String, Sensitive> read(InputStream in, List<String> required, List<String> optional) {
    String expected = expected(required, optional);
    try {
      Map<String, Sensitive> found = fields(utf8(in), required, optional);
      for (String field : required) {
        if (!found.containsKey(field)) {
          throw new UsageException("has no " + field);
        }
      }
      return found;
    } catch (CharacterCodingException e) {
      throw new UsageException("standard input is not UTF-8" + expected);
    } catch (UsageException e) {
      throw new UsageException("standard input " + e.getMessage() + expected);
    } catch (JsonProcessingException e) {
      // Its messages quote what could not be read.
      throw new UsageException("standard input is not JSON" + expected);
    } catch (IOException e) {
      throw new UsageException("standard input cannot be read");
    }
  }

  private static String expected(List<String> required, List<String> optional) {
    String perhaps = optional.isEmpty() ? "" : ", perhaps " + list(optional);
    return "; expected one JSON object with the text "
        + String.join(" and the text ", required)
        + perhaps
        + ", as UTF-8, and nothing else";
  }

  private static String list(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String utf8(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new UsageException("is larger than 64 KiB");
    }
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
    String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (bare.isEmpty()) {
      throw new UsageException("is empty");
    }
    return bare;
  }

  private static Map<String, Sensitive> fields(
      String text, List<String> required, List<String> optional) throws IOException {
    Map<String, Sensitive> found = new TreeMap<>();
    JsonFactory strict =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser json = strict.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UsageException("is not an object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        if (!required.contains(field) && !optional.contains(field)) {
          throw new UsageException("has a field that is not expected");
        }
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_NULL && optional.contains(field)) {
          continue;
        }
        if (token != JsonToken.VALUE_STRING) {
          throw new UsageException("has something else than a text in " + field);
        }
        if (json.getText().isBlank()) {
          throw new UsageException("has nothing in " + field);
        }
        found.put(field, whole(json.getText().strip(), field));
      }
      if (json.nextToken() != null) {
        throw new UsageException("goes on behind the object");
      }
    }
    return found;
  }

  /** UTF-8 has no halves of characters, but JSON can write one. */
  private static Sensitive whole(String text, String field) {
    try {
      return Sensitive.of(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("has half a character in " + field);
    }
  }
}
