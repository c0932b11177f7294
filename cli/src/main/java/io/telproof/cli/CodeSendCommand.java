package io.telproof.cli;

import io.telproof.CodeDispatch;
import io.telproof.Contact;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(description = "Send a code to a contact. Every call sends another one.")
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
    return new CheckRunner(surroundings, CheckType.CODE_DELIVERY, options, contact.note())
        .put(Checks::codeDelivery, () -> asked, CodeSendCommand::display)
        .code();
  }

  private static DisplayValue display(CodeDispatch dispatch) {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("handle", dispatch.handle().orElse(null));
    fields.put("expiresAt", dispatch.expiresAt().map(Seconds::text).orElse(null));
    String handle = dispatch.handle().map(given -> ", handle " + given).orElse("");
    String until =
        dispatch.expiresAt().map(at -> ", can be used until " + Seconds.text(at)).orElse("");
    return new DisplayValue("accepted for sending" + handle + until, fields);
  }
}
