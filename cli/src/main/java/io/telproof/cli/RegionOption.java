package io.telproof.cli;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.telproof.PhoneNumber;
import java.util.Iterator;
import picocli.CommandLine.Option;

/** Where a number belongs that is typed without a country calling code. */
final class RegionOption {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      completionCandidates = Regions.class,
      description = "The region of a number without a calling code. Default: CN.")
  private String region = "CN";

  String region() {
    return region;
  }

  /**
   * The number that a person typed.
   *
   * @throws UsageException if it cannot be one
   */
  PhoneNumber number(String typed) {
    try {
      return PhoneNumberParser.read(typed, region);
    } catch (UsageException e) {
      throw e.otherwise("expected one as in +8613800138000 or 138 0013 8000");
    }
  }

  /** What the option is completed with. */
  static final class Regions implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return PhoneNumberUtil.getInstance().getSupportedRegions().stream().sorted().iterator();
    }
  }
}
