package io.telproof.bulk.internal.file;

import io.telproof.IdentityVerdict;
import io.telproof.PhoneStatus;
import io.telproof.Recycling;
import io.telproof.Tenure;
import io.telproof.spi.CheckType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a known answer: texts, numbers, lists of texts, and null where the vendor does not
 * tell. Does not print them.
 */
final class AnswerParts {
  private final Map<String, @Nullable Object> all = new LinkedHashMap<>();

  private AnswerParts() {}

  /** The names of the parts, in their order. */
  static List<String> names(CheckType check) {
    return switch (check) {
      case PHONE_STATUS -> List.of("state", "carrier");
      case TENURE -> List.of("from", "to");
      case IDENTITY_MATCH -> List.of("outcome", "differing", "carrier", "score");
      case RECYCLED_NUMBER -> List.of("recycling");
      default -> throw new IllegalArgumentException("no table is asked about " + check.key());
    };
  }

  static AnswerParts of(Object value) {
    AnswerParts parts = new AnswerParts();
    if (value instanceof PhoneStatus status) {
      parts.all.put("state", status.state().name());
      parts.all.put("carrier", status.carrier().name());
    } else if (value instanceof Tenure tenure) {
      parts.all.put("from", tenure.from());
      parts.all.put("to", tenure.to().isPresent() ? tenure.to().getAsInt() : null);
    } else if (value instanceof IdentityVerdict verdict) {
      parts.all.put("outcome", verdict.outcome().name());
      parts.all.put(
          "differing",
          verdict
              .differing()
              .map(attributes -> attributes.stream().sorted().map(Enum::name).toList())
              .orElse(null));
      parts.all.put("carrier", verdict.carrier().name());
      parts.all.put("score", verdict.score().isPresent() ? verdict.score().getAsInt() : null);
    } else if (value instanceof Recycling recycling) {
      parts.all.put("recycling", recycling.name());
    } else {
      throw new IllegalArgumentException("no such answer: " + value.getClass().getName());
    }
    return parts;
  }

  Map<String, @Nullable Object> all() {
    return all;
  }

  /** A part in the field of a table. */
  String text(String name) {
    @Nullable Object part = all.get(name);
    if (part instanceof List<?> several) {
      return several.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
    return part == null ? "" : part.toString();
  }
}
