package io.telproof.cli;

import io.telproof.TenureQuery;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "tenure", description = "For how long has the number been in use?")
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
    return new CheckRunner(surroundings, CheckType.TENURE, options)
        .put(Checks::tenure, () -> asked, DisplayValue::of)
        .code();
  }
}
