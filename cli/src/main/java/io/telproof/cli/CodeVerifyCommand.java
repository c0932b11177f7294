package io.telproof.cli;

import io.telproof.CodeClaim;
import io.telproof.CodeVerdict;
import io.telproof.Contact;
import io.telproof.Sensitive;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    description =
        "Is this the code that was sent to the contact? The code is asked for without "
            + "showing it.")
final class CodeVerifyCommand implements Callable<Integer> {
  @Mixin private final ContactArgument contact = new ContactArgument();
  @Mixin private final AskingOptions options = new AskingOptions();

  @Option(
      names = "--stdin",
      description =
          "Read {\"code\":…,\"handle\":…} from standard input instead; the handle is the one of its"
              + " sending, where that gave one.")
  private boolean stdin;

  private final IoStreams surroundings;

  CodeVerifyCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Contact asked = contact.read();
    return new CheckRunner(surroundings, CheckType.CODE_VERIFICATION, options, contact.note())
        .put(Checks::codeVerification, () -> claim(asked), CodeVerifyCommand::display)
        .code();
  }

  private CodeClaim claim(Contact asked) {
    if (!stdin) {
      return new CodeClaim(asked, surroundings.prompt().ask("Code"), Optional.empty());
    }
    Map<String, Sensitive> fields =
        ClaimInput.read(surroundings.in(), List.of("code"), List.of("handle"));
    return new CodeClaim(
        asked,
        Objects.requireNonNull(fields.get("code")),
        Optional.ofNullable(fields.get("handle")).map(Sensitive::reveal));
  }

  private static DisplayValue display(CodeVerdict verdict) {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("verdict", verdict.name());
    return new DisplayValue(verdict.name(), fields);
  }
}
