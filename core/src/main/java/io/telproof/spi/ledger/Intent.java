package io.telproof.spi.ledger;

import io.telproof.CallContext;
import io.telproof.spi.CheckType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells that one provider is about to be asked one question. It is written before the question goes
 * out; without a {@link Settlement} of the same id nobody knows whether it was carried out. Holds a
 * keyed hash in the place of the number. Made by {@link #of} and {@link #withKey}. Immutable.
 */
public final class Intent {
  private final String id;
  private final Instant at;
  private final CheckType check;
  private final String provider;
  private final String operation;
  private final String subject;
  private final String correlationId;
  private final Optional<String> purpose;
  private final @Nullable String key;

  private Intent(
      String id,
      Instant at,
      CheckType check,
      String provider,
      String operation,
      String subject,
      String correlationId,
      Optional<String> purpose,
      @Nullable String key) {
    this.id = Objects.requireNonNull(id, "id");
    this.at = Objects.requireNonNull(at, "at");
    this.check = Objects.requireNonNull(check, "check");
    this.provider = Objects.requireNonNull(provider, "provider");
    this.operation = Objects.requireNonNull(operation, "operation");
    this.subject = Objects.requireNonNull(subject, "subject");
    this.correlationId = correlationId;
    this.purpose = purpose;
    this.key = key;
  }

  /**
   * {@return the intent of a question without an idempotency key}
   *
   * @param id 32 hexadecimal digits, of one question to one provider alone
   * @param at by this machine's clock
   * @param check the kind of question
   * @param provider its name in the configuration
   * @param operation the vendor's name of the operation
   * @param subject the keyed hash of what is asked about
   * @param context the call's id and purpose, of which nothing else is kept
   */
  public static Intent of(
      String id,
      Instant at,
      CheckType check,
      String provider,
      String operation,
      String subject,
      CallContext context) {
    return new Intent(
        id,
        at,
        check,
        provider,
        operation,
        subject,
        context.correlationId(),
        context.purpose(),
        null);
  }

  /**
   * {@return the same intent under an idempotency key, as {@link Ledger#claim} takes it}
   *
   * @param hash the key as the ledger claims it
   */
  public Intent withKey(String hash) {
    Objects.requireNonNull(hash, "key");
    return new Intent(id, at, check, provider, operation, subject, correlationId, purpose, hash);
  }

  /** {@return 32 hexadecimal digits, of one question to one provider alone} */
  public String id() {
    return id;
  }

  /** {@return when it was about to be asked, by the clock of the machine that asked} */
  public Instant at() {
    return at;
  }

  /** {@return what was to be asked} */
  public CheckType check() {
    return check;
  }

  /** {@return the provider's name in the configuration} */
  public String provider() {
    return provider;
  }

  /** {@return the vendor's name of the operation} */
  public String operation() {
    return operation;
  }

  /** {@return 32 hexadecimal digits: a keyed hash of the number or address to be asked about} */
  public String subject() {
    return subject;
  }

  /** {@return the caller's own id of the call} */
  public String correlationId() {
    return correlationId;
  }

  /** {@return why it is asked, where the caller said so} */
  public Optional<String> purpose() {
    return purpose;
  }

  /**
   * {@return 64 hexadecimal digits: keyed hashes of the idempotency key, where there is one, and of
   * the question}
   */
  public Optional<String> key() {
    return Optional.ofNullable(key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Intent that
        && id.equals(that.id)
        && at.equals(that.at)
        && check == that.check
        && provider.equals(that.provider)
        && operation.equals(that.operation)
        && subject.equals(that.subject)
        && correlationId.equals(that.correlationId)
        && purpose.equals(that.purpose)
        && Objects.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Intent[id="
        + id
        + ", at="
        + at
        + ", check="
        + check
        + ", provider="
        + provider
        + ", operation="
        + operation
        + ", subject="
        + subject
        + ", correlationId="
        + correlationId
        + ", purpose="
        + purpose
        + ", key="
        + key()
        + ']';
  }
}
