package io.telproof.cli;

import io.telproof.RecycledQuery;
import io.telproof.Recycling;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    description =
        "Has the number been given to somebody else since a day on which you knew its holder?")
final class RecycledNumberCommand implements Callable<Integer> {
  /** Where a day begins first: what is still to come there has come nowhere. */
  private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

  @Mixin private final NumberArgument number = new NumberArgument();
  @Mixin private final AskingOptions options = new AskingOptions();

  @Option(
      names = "--since",
      required = true,
      paramLabel = "YYYY-MM-DD",
      converter = DayConverter.class,
      description = "The day on which the person held the number, as in 2024-05-01.")
  private LocalDate since = LocalDate.EPOCH;

  private final IoStreams surroundings;

  RecycledNumberCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    refuseWhatIsToCome();
    RecycledQuery asked = RecycledQuery.of(number.read(), since);
    return new CheckRunner(surroundings, CheckType.RECYCLED_NUMBER, options, number.note())
        .put(Checks::recycledNumber, () -> asked, RecycledNumberCommand::display)
        .code();
  }

  /** Vendors may charge for a question that has no answer. */
  private void refuseWhatIsToCome() {
    if (since.isAfter(LocalDate.ofInstant(surroundings.clock().instant(), FIRST))) {
      throw new UsageException(
          "--since: that day is still to come; give a day on which the person held the number");
    }
  }

  private static DisplayValue display(Recycling recycling) {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("recycling", recycling.name());
    return new DisplayValue(recycling.name().toLowerCase(Locale.ROOT).replace('_', ' '), fields);
  }
}
