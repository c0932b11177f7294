package io.telproof.cli;

import io.telproof.Contact;
import io.telproof.EmailAddress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The contact that a code is sent to, as a person types it. */
final class ContactArgument {
  @Parameters(
      paramLabel = "CONTACT",
      arity = "1..*",
      description = "A phone number or an e-mail address.")
  private List<String> words = List.of();

  @Mixin private final RegionOption region = new RegionOption();

  /**
   * The contact that stands on the command line.
   *
   * @throws UsageException if it can be neither
   */
  Contact read() {
    return read(words, region);
  }

  /** What a number was taken for, where that is not certain. */
  Optional<String> note() {
    String typed = String.join(" ", words);
    return typed.contains("@") ? Optional.empty() : region.note(typed);
  }

  /**
   * The contact in these words.
   *
   * @throws UsageException if it can be neither
   */
  static Contact read(List<String> words, RegionOption region) {
    String typed = String.join(" ", words);
    if (!typed.contains("@")) {
      return region.number(typed);
    }
    try {
      return EmailAddress.of(typed.strip());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()))
          .otherwise("give it as in name@example.com");
    }
  }
}
