package io.telproof.cli;

import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "identity-match",
    aliases = "identity",
    description = {
      "Do the number, a name and an identity number belong together?",
      "Name and identity number are asked for without showing them."
    })
final class IdentityCommand implements Callable<Integer> {
  @Mixin private final NumberArgument number = new NumberArgument();
  @Mixin private final AskingOptions options = new AskingOptions();

  @Option(
      names = "--stdin",
      description = "Read {\"name\":…,\"idNumber\":…} from standard input instead.")
  private boolean stdin;

  private final IoStreams surroundings;

  IdentityCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PhoneNumber asked = number.read();
    return new CheckRunner(surroundings, CheckType.IDENTITY_MATCH, options)
        .put(Checks::identityMatch, () -> claim(asked), DisplayValue::of)
        .code();
  }

  private IdentityClaim claim(PhoneNumber asked) {
    if (stdin) {
      Map<String, Sensitive> fields =
          ClaimInput.read(surroundings.in(), List.of("name", "idNumber"), List.of());
      return new IdentityClaim(
          asked,
          Objects.requireNonNull(fields.get("name")),
          Objects.requireNonNull(fields.get("idNumber")));
    }
    Sensitive name = surroundings.prompt().ask("Name");
    return new IdentityClaim(asked, name, surroundings.prompt().ask("Identity number"));
  }
}
