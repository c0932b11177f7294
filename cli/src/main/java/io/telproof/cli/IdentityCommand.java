package io.telproof.cli;

import io.telproof.IdentityClaim;
import io.telproof.IdentityVerdict;
import io.telproof.IdentityVerdict.Attribute;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    aliases = "identity",
    description =
        "Do the number, a name and an identity number belong together? Name and "
            + "identity number are asked for without showing them.")
final class IdentityCommand implements Callable<Integer> {
  @Mixin private final NumberArgument number = new NumberArgument();
  @Mixin private final AskingOptions options = new AskingOptions();

  @Option(
      names = "--stdin",
      description =
          "Read {\"name\":…,\"idNumber\":…} from standard input instead; without idNumber, the"
              + " name alone is compared.")
  private boolean stdin;

  @Option(names = "--name-only", description = "Compare the name alone; ask for nothing else.")
  private boolean nameOnly;

  private final IoStreams surroundings;

  IdentityCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PhoneNumber asked = number.read();
    return new CheckRunner(surroundings, CheckType.IDENTITY_MATCH, options)
        .put(Checks::identityMatch, () -> claim(asked), IdentityCommand::display)
        .code();
  }

  private IdentityClaim claim(PhoneNumber asked) {
    if (stdin) {
      Map<String, Sensitive> fields =
          ClaimInput.read(surroundings.in(), List.of("name"), List.of("idNumber"));
      @Nullable Sensitive idNumber = nameOnly ? null : fields.get("idNumber");
      return claim(asked, Objects.requireNonNull(fields.get("name")), idNumber);
    }
    Sensitive name = surroundings.prompt().ask("Name");
    return claim(asked, name, nameOnly ? null : surroundings.prompt().ask("Identity number"));
  }

  private static IdentityClaim claim(
      PhoneNumber asked, Sensitive name, @Nullable Sensitive idNumber) {
    IdentityClaim claim = IdentityClaim.of(asked, name.reveal());
    return idNumber == null ? claim : claim.withIdNumber(idNumber.reveal());
  }

  private static DisplayValue display(IdentityVerdict verdict) {
    @Nullable List<String> differing =
        verdict
            .differing()
            .map(attributes -> attributes.stream().sorted().map(Attribute::name).toList())
            .orElse(null);
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("outcome", verdict.outcome().name());
    fields.put("differing", differing);
    fields.put("carrier", verdict.carrier().name());
    @Nullable Integer score = verdict.score().isPresent() ? verdict.score().getAsInt() : null;
    fields.put("score", score);
    String in =
        differing == null
            ? ""
            : differing.stream()
                .map(IdentityCommand::words)
                .collect(Collectors.joining(" and ", " in ", ""));
    return new DisplayValue(
        verdict.outcome().name()
            + in
            + (score == null ? "" : ", score " + score)
            + ", carrier "
            + verdict.carrier().name(),
        fields);
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
