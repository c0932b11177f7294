package io.telproof.cli;

import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.PreValidatedId;
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
    aliases = "pre-validated",
    description =
        "Under which id does the vendor hold a number that was validated before it was "
            + "sold? The code that came with the purchase is asked for without showing it.")
final class PreValidatedCommand implements Callable<Integer> {
  @Mixin private final NumberArgument number = new NumberArgument();
  @Mixin private final AskingOptions options = new AskingOptions();

  @Option(names = "--stdin", description = "Read {\"code\":…} from standard input instead.")
  private boolean stdin;

  @Option(
      names = "--without-code",
      description = "For a vendor that asks for no code that came with the purchase.")
  private boolean withoutCode;

  private final IoStreams surroundings;

  PreValidatedCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PhoneNumber asked = number.read();
    return new CheckRunner(surroundings, CheckType.PRE_VALIDATED_NUMBER, options, number.note())
        .put(
            Checks::preValidatedNumber,
            () ->
                new PreValidatedClaim(asked, withoutCode ? Optional.empty() : Optional.of(code())),
            PreValidatedCommand::display)
        .code();
  }

  private Sensitive code() {
    return stdin
        ? Objects.requireNonNull(
            ClaimInput.read(surroundings.in(), List.of("code"), List.of()).get("code"))
        : surroundings.prompt().ask("Purchase code; --without-code where there is none");
  }

  private static DisplayValue display(PreValidatedId id) {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("id", id.id());
    fields.put("number", id.number().orElse(null));
    return new DisplayValue(
        id.id() + id.number().map(number -> ", number " + number).orElse(""), fields);
  }
}
