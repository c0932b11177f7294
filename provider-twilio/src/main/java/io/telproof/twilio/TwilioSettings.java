package io.telproof.twilio;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What has to be known to use an account with Twilio. Codes are sent only where {@code serviceSid}
 * is there.
 *
 * @param keySid the SID of an API key ({@code SK…}), or that of the account ({@code AC…})
 * @param keySecret the key's secret, or the account's auth token
 * @param endpoint one URL instead of every host of the vendor
 * @param region where Lookup processes what is asked, else {@code us1}; the key has to be of the
 *     same region
 * @param serviceSid the Verify service that codes are sent by: {@code VA…}
 * @param channel how a code reaches a phone number, else {@code sms}
 * @param email whether codes are sent to e-mail addresses too, which the service has to be set up
 *     for; else not
 * @param leastGrade the worst grade by which a part of a claim agrees, else {@code exact-match}
 * @param partialMatch what one part that agrees means beside one that the operator lacks, else
 *     {@code undisclosed}
 */
record TwilioSettings(
    Sensitive keySid,
    Sensitive keySecret,
    Optional<Endpoint> endpoint,
    Optional<Region> region,
    Optional<String> serviceSid,
    Optional<Channel> channel,
    Optional<Boolean> email,
    Optional<Grade> leastGrade,
    Optional<PartialMatch> partialMatch) {
  /** A colon would end it, in the header that it is sent in. */
  private static final Pattern NO_COLON = Pattern.compile("[!-9;-~]+");

  private static final Pattern SERVICE_SID = Pattern.compile("VA[0-9a-fA-F]{32}");

  /**
   * Checks what can be checked without the vendor.
   *
   * @throws IllegalArgumentException if something cannot be right; the message has a line for each,
   *     which begins with the setting
   */
  TwilioSettings {
    List<String> wrong = new ArrayList<>();
    check(
        wrong,
        NO_COLON.matcher(keySid.reveal()).matches(),
        "key-sid has a character that no SID has; it is SK or AC and 32 letters and digits");
    check(
        wrong,
        serviceSid.filter(sid -> !SERVICE_SID.matcher(sid).matches()).isEmpty(),
        "service-sid must be VA and 32 hexadecimal digits, as the console shows it under Verify");
    check(
        wrong,
        serviceSid.isEmpty() || region.filter(Region.IE1::equals).isEmpty(),
        "service-sid cannot be used where region is ie1, because Verify is in us1 alone and no key"
            + " is good in both; write a second provider for codes");
    check(
        wrong,
        serviceSid.isPresent() || channel.isEmpty(),
        "channel is used only where service-sid is there; leave it out");
    check(
        wrong,
        serviceSid.isPresent() || email.isEmpty(),
        "email is used only where service-sid is there; leave it out");
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
  }

  private static void check(List<String> wrong, boolean right, String otherwise) {
    if (!right) {
      wrong.add(otherwise);
    }
  }

  Credentials credentials() {
    return Credentials.of(keySid, keySecret);
  }

  /** Where Lookup is reached. */
  Endpoint lookups() {
    return endpoint.orElseGet(() -> region.orElse(Region.US1).lookups());
  }

  /** Where Verify is reached. */
  Endpoint verify() {
    return endpoint.orElseGet(() -> Endpoint.host("verify.twilio.com"));
  }
}
