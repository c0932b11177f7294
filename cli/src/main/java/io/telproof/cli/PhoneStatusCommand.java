package io.telproof.cli;

import io.telproof.PhoneNumber;
import io.telproof.spi.Capability;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "phone-status", description = "Is the number in service?")
final class PhoneStatusCommand implements Callable<Integer> {
  @Mixin private final NumberArgument number = new NumberArgument();
  @Mixin private final AskingOptions options = new AskingOptions();
  private final Surroundings surroundings;

  PhoneStatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PhoneNumber asked = number.read();
    return new Inquiry(surroundings, Capability.PHONE_STATUS, options)
        .put((telproof, context) -> telproof.phoneStatus().check(asked, context), Shown::of)
        .code();
  }
}
