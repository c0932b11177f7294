package io.telproof.cli;

import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(description = "For how long has the number been in use?")
final class TenureCommand implements Callable<Integer> {
  @Mixin private final NumberArgument number = new NumberArgument();
  @Mixin private final AskingOptions options = new AskingOptions();
  private final IoStreams surroundings;

  TenureCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TenureQuery asked = TenureQuery.of(number.read());
    return new CheckRunner(surroundings, CheckType.TENURE, options, number.note())
        .put(Checks::tenure, () -> asked, TenureCommand::display)
        .code();
  }

  private static DisplayValue display(Tenure tenure) {
    @Nullable Integer to = tenure.to().isPresent() ? tenure.to().getAsInt() : null;
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("from", tenure.from());
    fields.put("to", to);
    String inWords =
        to == null
            ? months(tenure.from()) + " or more"
            : "at least " + months(tenure.from()) + ", less than " + months(to);
    return new DisplayValue(inWords, fields);
  }

  private static String months(int count) {
    return count + (count == 1 ? " month" : " months");
  }
}
