package io.telproof.cli;

import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(description = "Is the number in service?")
final class PhoneStatusCommand implements Callable<Integer> {
  @Mixin private final NumberArgument number = new NumberArgument();
  @Mixin private final AskingOptions options = new AskingOptions();
  private final IoStreams surroundings;

  PhoneStatusCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PhoneNumber asked = number.read();
    return new CheckRunner(surroundings, CheckType.PHONE_STATUS, options, number.note())
        .put(Checks::phoneStatus, () -> asked, PhoneStatusCommand::display)
        .code();
  }

  private static DisplayValue display(PhoneStatus status) {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("state", status.state().name());
    fields.put("carrier", status.carrier().name());
    return new DisplayValue(status.state().name() + CarrierWords.of(status.carrier()), fields);
  }
}
