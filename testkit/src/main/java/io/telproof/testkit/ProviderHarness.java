package io.telproof.testkit;

import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.sandbox.Vendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.testkit.internal.ForeignKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that the contracts need to know of a provider. An author writes one class; the contract tests
 * beside it are five lines each.
 */
public interface ProviderHarness {
  /**
   * Opens the provider as the factory does, with every operation at this endpoint. Waits, counts
   * and signs by what the environment gives.
   *
   * @param name the name that the provider is to have
   * @param endpoint where the scripted vendor listens
   * @param environment the clock, the limits and the rest that the provider shares
   * @return the provider, which the kit closes
   */
  VerificationProvider open(String name, Endpoint endpoint, ProviderEnvironment environment);

  /**
   * Opens the provider of a vendor that gives its tokens at another host, which is at {@code
   * tokens}. Only such a harness overrides it.
   *
   * @param name the name that the provider is to have
   * @param endpoint where the scripted vendor listens
   * @param tokens where its access tokens are given
   * @param environment the clock, the limits and the rest that the provider shares
   * @return the provider, which the kit closes
   */
  default VerificationProvider open(
      String name, Endpoint endpoint, Endpoint tokens, ProviderEnvironment environment) {
    return open(name, endpoint, environment);
  }

  /** {@return the factory, to be compared with what ServiceLoader finds} */
  VerificationProviderFactory<?> factory();

  /**
   * {@return the provider's block of a configuration, with every setting that it needs, one in a
   * line and without {@code type}: {@code access-key = "…"}}
   *
   * @param endpoint where the scripted vendor listens
   */
  String settings(Endpoint endpoint);

  /**
   * {@return the same for a vendor that gives its tokens at another host, which is at {@code
   * tokens}}
   *
   * @param endpoint where the scripted vendor listens
   * @param tokens where its access tokens are given
   */
  default String settings(Endpoint endpoint, Endpoint tokens) {
    return settings(endpoint);
  }

  /**
   * {@return the key material that the provider is opened with, in clear: what must never show}
   * Tokens are none of it: the kit knows them.
   */
  List<String> secrets();

  /**
   * {@return those of the {@link #secrets} that never leave this machine: all, unless the vendor
   * wants to be sent one, such as a client's secret or a password} Where the vendor gives tokens,
   * what it may be sent is sent for a token alone, and with no question.
   */
  default List<String> neverSent() {
    return secrets();
  }

  /**
   * {@return credentials that the vendor does not know, in the form of those that the provider is
   * opened with: another key in PEM where one of the {@link #secrets} is one, and else two texts}
   *
   * @param whose a word; another word, another's credentials
   */
  default Credentials foreignCredentials(String whose) {
    return ForeignKeys.of(whose, secrets());
  }

  /**
   * {@return how the vendor gives access tokens; empty where it has none, as where questions are
   * signed}
   */
  default Optional<TokenEndpoint> tokens() {
    return Optional.empty();
  }

  /**
   * {@return the vendor, new and without memory} It recomputes the signature from the bytes it
   * received and refuses in the vendor's own words; it tells what it heard; it answers the question
   * about the test person.
   */
  Vendor vendor();

  /**
   * {@return what the vendor says, and what it cannot say; of a tenure, where it is asked for six
   * months; of a recycled number, where it is asked for 31 May 2024; of a SIM swap, where it is
   * asked for 240 hours}
   */
  ReplyExamples examples();

  /**
   * {@return the same for a tenure that is asked for with this threshold, see {@link
   * io.telproof.TenureQuery}} Only the harness of a vendor overrides it whose replies mean
   * something else with another threshold, as where they say yes or no.
   *
   * @param months how many months are asked for
   */
  default ReplyExamples examples(int months) {
    return examples();
  }

  /**
   * {@return how a threshold of so many months arrives at the vendor, as a value among the fields
   * of its {@code ReceivedRequest}; empty where the vendor is not told}
   *
   * @param months how many months are asked for
   * @param at when it is asked, for a vendor that is told a date
   */
  default Optional<String> threshold(int months, Instant at) {
    return Optional.empty();
  }

  /**
   * {@return what the vendor says to a claim of a name without an identity number, and what that
   * means; empty where it cannot be asked so} Examples of {@link CheckType#IDENTITY_MATCH} alone.
   */
  default Optional<ReplyExamples> examplesOfNameAlone() {
    return Optional.empty();
  }

  /**
   * {@return how a day arrives at the vendor, as a value among the fields of its {@code
   * ReceivedRequest}}
   *
   * @param day a birth date, or the day on which a number was held
   */
  default String day(LocalDate day) {
    return day.toString();
  }

  /**
   * {@return the {@link #examples()} of a SIM swap that is asked for within this time} Only the
   * harness of a vendor overrides it whose replies mean something else within another time.
   *
   * @param within how far back is asked
   */
  default ReplyExamples examples(Duration within) {
    return examples();
  }

  /**
   * {@return how the time within which a SIM swap is asked for arrives at the vendor, as a value
   * among the fields of its {@code ReceivedRequest}; empty where the vendor is not told}
   *
   * @param within how far back is asked
   */
  default Optional<String> within(Duration within) {
    return Optional.empty();
  }

  /**
   * {@return whether the vendor checks a code by its handle alone, so that it does not hear the
   * number}
   */
  default boolean codesKnownByHandle() {
    return false;
  }

  /** {@return whom the contracts ask about} */
  default TestPerson person() {
    return TestPerson.mainlandChina();
  }

  /**
   * {@return numbers about which the vendor cannot be asked this; none where it serves every
   * number}
   *
   * @param check the kind of question
   */
  default List<PhoneNumber> uncovered(CheckType check) {
    return person().uncovered();
  }

  /** {@return the checks that the vendor counts together, where its pages say that it does} */
  default Set<Set<CheckType>> sharedLimits() {
    return Set.of();
  }

  /**
   * {@return how often a question that ended in this kind is asked in all: once by a provider}
   *
   * @param kind the failure that the vendor's reply stands for
   */
  default int attempts(FailureKind kind) {
    return 1;
  }

  /** {@return how long the contracts wait} */
  default Timeouts timeouts() {
    return Timeouts.STANDARD;
  }
}
