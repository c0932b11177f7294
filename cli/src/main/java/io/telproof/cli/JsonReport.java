package io.telproof.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.telproof.Attempt;
import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For a program: one JSON object on one line. */
final class JsonReport implements Report {
  private final CheckType check;
  private final PrintStream out;

  JsonReport(CheckType check, PrintStream out) {
    this.check = check;
    this.out = out;
  }

  @Override
  public void known(DisplayValue value, Receipt receipt) {
    Map<String, @Nullable Object> answer = answer("known");
    answer.put("check", check.key());
    answer.put("value", value.fields());
    answer.put("receipt", receipt(receipt));
    print(answer);
  }

  @Override
  public void unknown(Gap gap, Receipt receipt) {
    Map<String, @Nullable Object> answer = answer("unknown");
    answer.put("check", check.key());
    answer.put("gap", gap.name());
    answer.put("receipt", receipt(receipt));
    print(answer);
  }

  @Override
  public void failed(Failure failure) {
    Map<String, @Nullable Object> answer = answer("failed");
    answer.put("kind", failure.kind().name());
    answer.put("provider", failure.provider());
    answer.put("operation", failure.operation());
    answer.put("vendorCode", failure.vendorCode().orElse(null));
    answer.put("requestId", failure.requestId().orElse(null));
    answer.put("charge", failure.charge().name());
    answer.put("message", failure.reason());
    answer.put("earlier", earlier(failure.earlier()));
    print(answer);
  }

  private static Map<String, @Nullable Object> answer(String word) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("answer", word);
    return answer;
  }

  private static Map<String, @Nullable Object> receipt(Receipt receipt) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("provider", receipt.provider());
    fields.put("operation", receipt.operation());
    fields.put("requestId", receipt.requestId().orElse(null));
    fields.put("vendorCode", receipt.vendorCode().orElse(null));
    fields.put("charge", receipt.charge().name());
    fields.put("at", receipt.at().toString());
    fields.put("elapsedMillis", receipt.elapsed().toMillis());
    fields.put("earlier", earlier(receipt.earlier()));
    return fields;
  }

  private static List<Map<String, @Nullable Object>> earlier(List<Attempt> attempts) {
    return attempts.stream().map(JsonReport::attempt).toList();
  }

  private static Map<String, @Nullable Object> attempt(Attempt attempt) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("provider", attempt.provider());
    fields.put("operation", attempt.operation());
    fields.put("failure", attempt.failure().map(Enum::name).orElse(null));
    fields.put("charge", attempt.charge().name());
    fields.put("elapsedMillis", attempt.elapsed().toMillis());
    fields.put("reason", attempt.reason());
    return fields;
  }

  private void print(Map<String, @Nullable Object> answer) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      write(answer, json);
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
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString((String) value);
    }
  }
}
