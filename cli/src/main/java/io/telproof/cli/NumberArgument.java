package io.telproof.cli;

import io.telproof.PhoneNumber;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The number that a question is about, as a person types it: also in several words. */
final class NumberArgument {
  @Parameters(
      paramLabel = "NUMBER",
      arity = "1..*",
      description = "A phone number: +8613800138000, 138 0013 8000, …")
  private List<String> words = List.of();

  @Mixin private final RegionOption region = new RegionOption();

  /**
   * The number that stands on the command line.
   *
   * @throws UsageException if it cannot be one
   */
  PhoneNumber read() {
    return region.number(String.join(" ", words));
  }

  /** What it was taken for, where that is not certain. */
  Optional<String> note() {
    return region.note(String.join(" ", words));
  }
}
