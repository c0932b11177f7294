package io.telproof.cli;

import io.telproof.spi.CheckType;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;

/** The words of the checks: those of the routes, and two that are shorter. */
final class CheckWords implements Iterable<String>, ITypeConverter<CheckType> {
  private static final Map<String, CheckType> SHORT =
      Map.of("identity", CheckType.IDENTITY_MATCH, "pre-validated", CheckType.PRE_VALIDATED_NUMBER);

  /** Made by picocli, which completes an argument with them. */
  CheckWords() {}

  /** Those of the routes, each check once. */
  static List<String> ofRoutes() {
    return Stream.of(CheckType.values()).map(CheckType::key).toList();
  }

  @Override
  public Iterator<String> iterator() {
    return ofRoutes().iterator();
  }

  @Override
  public CheckType convert(String text) {
    return CheckType.of(text)
        .or(() -> Optional.ofNullable(SHORT.get(text)))
        .orElseThrow(
            () -> new UsageException("no such check; " + Suggestion.instead(text, ofRoutes())));
  }
}
