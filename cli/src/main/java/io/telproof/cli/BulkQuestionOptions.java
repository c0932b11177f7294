package io.telproof.cli;

import io.telproof.bulk.BulkRun;
import io.telproof.spi.CheckType;
import io.telproof.spi.ClaimPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked about each row, where the check alone does not say. */
final class BulkQuestionOptions {
  @Option(
      names = "--months",
      paramLabel = "COUNT",
      converter = CountConverter.class,
      description = "For tenure: the number of months that matters to you.")
  private Optional<Integer> months = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "PART,...",
      split = ",",
      hideParamSyntax = true,
      converter = BulkWords.Compared.class,
      completionCandidates = BulkWords.Compared.class,
      description =
          "For identity-match: what to compare, of name, id-number, name-parts and birth-date. The"
              + " name is always compared. Default: name,id-number.")
  private @Nullable List<Optional<ClaimPart>> compared;

  /**
   * Objects to an option of another check.
   *
   * @throws UsageException if there is one
   */
  void require(CheckType check) {
    if (months.isPresent() && check != CheckType.TENURE) {
      throw new UsageException("--months: only tenure has a threshold; leave it out");
    }
    if (compared != null && check != CheckType.IDENTITY_MATCH) {
      throw new UsageException(
          "--compare: only identity-match compares a person's data; leave it out");
    }
  }

  /** Says them to the run. */
  void say(BulkRun run) {
    months.ifPresent(run::monthsOfInterest);
    if (compared != null) {
      run.compare(compared.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    }
  }
}
