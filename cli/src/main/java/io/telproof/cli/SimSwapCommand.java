package io.telproof.cli;

import io.telproof.PhoneNumber;
import io.telproof.SimSwap;
import io.telproof.SimSwapQuery;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(description = "Was the SIM card behind the number changed lately?")
final class SimSwapCommand implements Callable<Integer> {
  @Mixin private final NumberArgument number = new NumberArgument();
  @Mixin private final AskingOptions options = new AskingOptions();

  @Option(
      names = "--within",
      paramLabel = "TIME",
      converter = LookBackConverter.class,
      description = "How far back to look, as in 72h or 10d, up to 100 days. Default: 10d.")
  private Duration within = Duration.ofDays(10);

  private final IoStreams surroundings;

  SimSwapCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PhoneNumber asked = number.read();
    SimSwapQuery query = SimSwapQuery.of(asked, within);
    return new CheckRunner(surroundings, CheckType.SIM_SWAP, options, number.note())
        .put(Checks::simSwap, () -> query, this::display)
        .code();
  }

  private DisplayValue display(SimSwap swap) {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("swapped", swap.swapped());
    fields.put("lastSwap", swap.lastSwap().map(Seconds::text).orElse(null));
    fields.put("withinHours", within.toHours());
    return new DisplayValue(
        "%s in the last %d h%s"
            .formatted(
                swap.swapped() ? "swapped" : "not swapped",
                within.toHours(),
                swap.lastSwap().map(at -> "; last swap " + Seconds.text(at)).orElse("")),
        fields);
  }
}
