package io.telproof.cli;

import io.telproof.Contact;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "send",
    description = {"Send a code to a contact.", "Every call sends another one."})
final class CodeSendCommand implements Callable<Integer> {
  @Mixin private final ContactArgument contact = new ContactArgument();
  @Mixin private final AskingOptions options = new AskingOptions();
  private final IoStreams surroundings;

  CodeSendCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Contact asked = contact.read();
    return new CheckRunner(surroundings, CheckType.CODE_DELIVERY, options)
        .put(Checks::codeDelivery, () -> asked, DisplayValue::of)
        .code();
  }
}
