package io.telproof.cli;

import io.telproof.IdentityClaim;
import io.telproof.IdentityVerdict;
import io.telproof.IdentityVerdict.Attribute;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.client.Checks;
import io.telproof.spi.CheckType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
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
        "Do the number, a name and an identity number belong together? They are asked for without "
            + "showing them.")
final class IdentityCommand implements Callable<Integer> {
  private static final String ID_NUMBER = "idNumber";
  private static final String GIVEN = "givenName";
  private static final String FAMILY = "familyName";
  private static final String BIRTH_DATE = "birthDate";

  private static final List<String> NAME = List.of("name");
  private static final List<String> MORE = List.of(ID_NUMBER, GIVEN, FAMILY, BIRTH_DATE);

  @Mixin private final NumberArgument number = new NumberArgument();
  @Mixin private final AskingOptions options = new AskingOptions();

  @Option(
      names = "--stdin",
      description =
          "Read {\"name\":…,\"idNumber\":…} from standard input instead, perhaps with"
              + " \"givenName\", \"familyName\" and \"birthDate\"; what is not there is not"
              + " compared.")
  private boolean stdin;

  @Option(
      names = "--name-only",
      description = "Compare the name alone, and neither an identity number nor a birth date.")
  private boolean nameOnly;

  @Option(
      names = "--name-parts",
      description =
          "Ask for the given and the family name too, for a vendor that compares them apart, as"
              + " Twilio does.")
  private boolean nameParts;

  @Option(names = "--birth-date", description = "Ask for the day of birth too.")
  private boolean birthDate;

  private final IoStreams surroundings;

  IdentityCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PhoneNumber asked = number.read();
    return new CheckRunner(surroundings, CheckType.IDENTITY_MATCH, options, number.note())
        .put(Checks::identityMatch, () -> claim(asked), IdentityCommand::display)
        .code();
  }

  private IdentityClaim claim(PhoneNumber asked) {
    Map<String, Sensitive> told = stdin ? ClaimInput.read(surroundings.in(), NAME, MORE) : typed();
    IdentityClaim claim = IdentityClaim.of(asked, text(told, "name"));
    if (told.containsKey(GIVEN) != told.containsKey(FAMILY)) {
      throw new UsageException("givenName and familyName belong together; give both or none");
    }
    if (told.containsKey(GIVEN)) {
      claim = claim.withNameParts(text(told, GIVEN), text(told, FAMILY));
    }
    if (!nameOnly && told.containsKey(ID_NUMBER)) {
      claim = claim.withIdNumber(text(told, ID_NUMBER));
    }
    return !nameOnly && told.containsKey(BIRTH_DATE)
        ? claim.withBirthDate(day(text(told, BIRTH_DATE)))
        : claim;
  }

  private Map<String, Sensitive> typed() {
    Prompt prompt = surroundings.prompt();
    Map<String, Sensitive> typed = new HashMap<>();
    typed.put("name", prompt.ask("Name"));
    if (nameParts) {
      typed.put(GIVEN, prompt.ask("Given name"));
      typed.put(FAMILY, prompt.ask("Family name"));
    }
    if (!nameOnly) {
      typed.put(ID_NUMBER, prompt.ask("Identity number"));
    }
    if (birthDate && !nameOnly) {
      typed.put(BIRTH_DATE, prompt.ask("Day of birth, as in 1990-01-31"));
    }
    return typed;
  }

  private static String text(Map<String, Sensitive> told, String field) {
    return Objects.requireNonNull(told.get(field), field).reveal();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      // Its message quotes the text, and so would the message of its cause.
      throw new UsageException("the birth date is not a day; expected one as in 1990-01-31");
    }
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
            + CarrierWords.of(verdict.carrier()),
        fields);
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
