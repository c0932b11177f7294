package io.telproof.sandbox.twilio;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The verifications that are under way, one for each contact, the last ten thousand. One that is
 * too old, was approved, or was tried too often is deleted, and as one that never was. The code
 * itself is the same for all. Thread-safe.
 */
final class Verifications {

  /** The code that is sent to every contact, as by every vendor of the sandbox. */
  static final String CODE = "123456";

  private static final int SENDINGS = 5;
  private static final int CHECKS = 5;
  private static final int KEPT = 10_000;

  private final Duration lifetime;
  private final Map<String, Verification> underWay =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Verification> eldest) {
          return size() > KEPT;
        }
      };

  Verifications(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** A code that was sent to a contact. */
  static final class Verification {
    private final String sid = id("VE");
    private final String contact;
    private final Instant created;
    private final Instant expiry;
    private final List<Instant> sendings = new ArrayList<>();
    private int checks;

    private Verification(String contact, Instant created, Instant expiry) {
      this.contact = contact;
      this.created = created;
      this.expiry = expiry;
    }

    String sid() {
      return sid;
    }

    String contact() {
      return contact;
    }

    Instant created() {
      return created;
    }

    List<Instant> sendings() {
      return List.copyOf(sendings);
    }
  }

  /** An id of Twilio's that begins with these two letters. */
  static String id(String letters) {
    return letters + UUID.randomUUID().toString().replace("-", "");
  }

  /** Sends the code of the contact's verification, or of a new one. */
  synchronized Verification send(String contact, Instant now) throws Refusal {
    Verification verification =
        find(contact, now).orElseGet(() -> new Verification(contact, now, now.plus(lifetime)));
    if (verification.sendings.size() >= SENDINGS) {
      throw new Refusal(429, 60203, "Max send attempts reached");
    }
    verification.sendings.add(now);
    underWay.put(contact, verification);
    return verification;
  }

  /** Whom the verification of this name was sent to, whether it is good yet or not. */
  synchronized Optional<String> contact(String sid) {
    return underWay.values().stream()
        .filter(each -> each.sid.equals(sid))
        .map(each -> each.contact)
        .findFirst();
  }

  /** The verification of this contact. */
  synchronized Optional<Verification> of(String contact, Instant now) {
    return find(contact, now);
  }

  private Optional<Verification> find(String contact, Instant now) {
    Verification verification = underWay.get(contact);
    if (verification != null && !verification.expiry.isAfter(now)) {
      underWay.remove(contact);
      return Optional.empty();
    }
    return Optional.ofNullable(verification);
  }

  /**
   * Holds a code against the one that was sent.
   *
   * @param right whether there is a right code at all
   * @return whether it is approved
   */
  synchronized boolean check(Verification verification, String code, boolean right) throws Refusal {
    if (verification.checks >= CHECKS) {
      underWay.remove(verification.contact);
      throw new Refusal(429, 60202, "Max check attempts reached");
    }
    verification.checks++;
    boolean approved = right && code.equals(CODE);
    if (approved) {
      underWay.remove(verification.contact);
    }
    return approved;
  }
}
