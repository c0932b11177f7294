package io.telproof.cli;

import io.telproof.Attempt;
import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    new JsonLine(answer).print(out);
  }

  @Override
  public void unknown(Gap gap, Receipt receipt, Optional<String> objection) {
    Map<String, @Nullable Object> answer = answer("unknown");
    answer.put("check", check.key());
    answer.put("gap", gap.name());
    answer.put("reason", objection.orElse(null));
    answer.put("receipt", receipt(receipt));
    new JsonLine(answer).print(out);
  }

  @Override
  public void failed(Failure failure) {
    Map<String, @Nullable Object> answer = answer("failed");
    answer.put("check", check.key());
    answer.put("kind", failure.kind().name());
    answer.put("provider", failure.provider());
    answer.put("operation", failure.operation());
    answer.put("vendorCode", failure.vendorCode().orElse(null));
    answer.put("requestId", failure.requestId().orElse(null));
    answer.put("charge", failure.charge().name());
    answer.put("retryAfterMillis", failure.retryAfter().map(Duration::toMillis).orElse(null));
    answer.put("message", failure.reason());
    answer.put("earlier", earlier(failure.earlier()));
    new JsonLine(answer).print(out);
  }

  private static Map<String, @Nullable Object> answer(String word) {
    Map<String, @Nullable Object> answer = JsonLine.object();
    answer.put("answer", word);
    return answer;
  }

  private static Map<String, @Nullable Object> receipt(Receipt receipt) {
    Map<String, @Nullable Object> fields = JsonLine.object();
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
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("provider", attempt.provider());
    fields.put("operation", attempt.operation());
    fields.put("failure", attempt.failure().map(Enum::name).orElse(null));
    fields.put("charge", attempt.charge().name());
    fields.put("elapsedMillis", attempt.elapsed().toMillis());
    fields.put("reason", attempt.reason());
    return fields;
  }
}
