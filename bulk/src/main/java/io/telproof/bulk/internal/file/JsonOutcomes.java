package io.telproof.bulk.internal.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.telproof.Attempt;
import io.telproof.Receipt;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object a line, with the words of the command's own JSON. */
final class JsonOutcomes implements OutcomeFormat {
  private final JsonFactory factory = new JsonFactory();

  @Override
  public String header(List<String> kept) {
    return "";
  }

  @Override
  public List<String> names() {
    // What is taken over is in an object of its own.
    return List.of();
  }

  @Override
  public String row(Row row, List<String> kept, List<String> fields, Outcome outcome) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("line", row.line());
      json.writeObjectFieldStart("kept");
      for (int i = 0; i < kept.size(); i++) {
        json.writeStringField(kept.get(i), fields.get(i));
      }
      json.writeEndObject();
      json.writeStringField("answer", outcome.kind().name().toLowerCase(Locale.ROOT));
      switch (outcome.kind()) {
        case KNOWN -> value(json, AnswerParts.of(outcome.value().orElseThrow()));
        case UNKNOWN -> json.writeStringField("gap", outcome.word());
        case FAILED -> {
          json.writeStringField("kind", outcome.word());
          json.writeStringField("message", outcome.reason());
        }
      }
      receipt(json, outcome.receipt());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void value(JsonGenerator json, AnswerParts parts) throws IOException {
    json.writeObjectFieldStart("value");
    for (Map.Entry<String, @Nullable Object> part : parts.all().entrySet()) {
      json.writeFieldName(part.getKey());
      @Nullable Object value = part.getValue();
      if (value instanceof List<?> several) {
        json.writeStartArray();
        for (Object each : several) {
          json.writeString(String.valueOf(each));
        }
        json.writeEndArray();
      } else if (value instanceof Integer number) {
        json.writeNumber(number);
      } else if (value == null) {
        json.writeNull();
      } else {
        json.writeString(value.toString());
      }
    }
    json.writeEndObject();
  }

  private static void receipt(JsonGenerator json, Receipt receipt) throws IOException {
    json.writeObjectFieldStart("receipt");
    json.writeStringField("provider", receipt.provider());
    json.writeStringField("operation", receipt.operation());
    text(json, "requestId", receipt.requestId());
    text(json, "vendorCode", receipt.vendorCode());
    json.writeStringField("charge", receipt.charge().name());
    json.writeStringField("at", receipt.at().toString());
    json.writeNumberField("elapsedMillis", receipt.elapsed().toMillis());
    json.writeArrayFieldStart("earlier");
    for (Attempt attempt : receipt.earlier()) {
      json.writeStartObject();
      json.writeStringField("provider", attempt.provider());
      json.writeStringField("operation", attempt.operation());
      text(json, "failure", attempt.failure().map(Enum::name));
      json.writeStringField("charge", attempt.charge().name());
      json.writeNumberField("elapsedMillis", attempt.elapsed().toMillis());
      json.writeStringField("reason", attempt.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    } else {
      json.writeNullField(name);
    }
  }
}
