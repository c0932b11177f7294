package io.telproof.cli;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.telproof.PhoneNumber;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a number belongs that is typed without a country calling code. */
final class RegionOption {
  private static final String HOME = "CN";

  @Option(
      names = "--region",
      paramLabel = "REGION",
      completionCandidates = Regions.class,
      description = "The region of a number without a calling code. Default: CN.")
  private Optional<String> region = Optional.empty();

  String region() {
    return region.orElse(HOME);
  }

  /**
   * The number that a person typed.
   *
   * @throws UsageException if it cannot be one, or can be one of another country as well
   */
  PhoneNumber number(String typed) {
    try {
      return read(typed);
    } catch (UsageException e) {
      throw e.otherwise("expected one as in +8613800138000 or 138 0013 8000");
    }
  }

  /**
   * What a number was taken for of which neither the calling code nor the region is said: another
   * person would be asked about, and paid for.
   */
  Optional<String> note(String typed) {
    return region.isPresent() || PhoneNumberParser.hasCallingCode(typed)
        ? Optional.empty()
        : Optional.of(
            "taken for %s, a mobile number of mainland China; write + and the country code, or --region, for another one"
                .formatted(read(typed)));
  }

  /**
   * The number in a cell of a table.
   *
   * @throws UsageException if it cannot be one, or can be one of another country as well
   */
  PhoneNumber read(String typed) {
    PhoneNumber number = PhoneNumberParser.read(typed, region());
    if (region.isEmpty() && !PhoneNumberParser.isSurely(number, typed)) {
      throw new UsageException(
          "not a number of one country alone: it has no country code, and is no mobile number of"
              + " mainland China as it is written there; write + and the country code, or say"
              + " --region");
    }
    return number;
  }

  /** What the option is completed with. */
  static final class Regions implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return PhoneNumberUtil.getInstance().getSupportedRegions().stream().sorted().iterator();
    }
  }
}
