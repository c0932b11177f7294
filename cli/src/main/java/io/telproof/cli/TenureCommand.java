package io.telproof.cli;

import io.telproof.TenureQuery;
import io.telproof.spi.Capability;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "tenure", description = "For how long has the number been in use?")
final class TenureCommand implements Callable<Integer> {
  @Mixin private final NumberArgument number = new NumberArgument();
  @Mixin private final AskingOptions options = new AskingOptions();
  private final Surroundings surroundings;

  TenureCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TenureQuery asked = TenureQuery.of(number.read());
    return new Inquiry(surroundings, Capability.TENURE, options)
        .put((telproof, context) -> telproof.tenure().check(asked, context), Shown::of)
        .code();
  }
}
