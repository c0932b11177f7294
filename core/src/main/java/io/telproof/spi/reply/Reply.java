package io.telproof.spi.reply;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a vendor, and the answers and failures that can be made of it: each carries
 * the receipt of this exchange. Prints nothing of its content. Immutable.
 */
public final class Reply {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  private static final int LONGEST_ID = 96;

  private final String provider;
  private final String operation;
  private final int status;
  private final Headers headers;
  private final Body body;
  private final Instant at;
  private final Duration elapsed;
  private final Optional<String> code;
  private final Optional<String> requestId;
  private final Optional<Duration> retryAfter;
  private final Optional<ReplyOrigin> origin;

  private Reply(
      String provider,
      String operation,
      int status,
      Headers headers,
      Body body,
      Instant at,
      Duration elapsed,
      Optional<String> code,
      Optional<String> requestId,
      Optional<Duration> retryAfter,
      Optional<ReplyOrigin> origin) {
    this.provider = provider;
    this.operation = operation;
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.at = at;
    this.elapsed = elapsed;
    this.code = code;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
    this.origin = origin;
  }

  /**
   * {@return a reply as it was received}
   *
   * @param provider the provider's name in the configuration
   * @param operation the vendor's name of the operation
   * @param status the HTTP status
   * @param headers the headers, in the order in which they come
   * @param body its bytes; not to be changed afterwards
   * @param at when the question was put
   * @param elapsed how long the whole call took
   */
  public static Reply of(
      String provider,
      String operation,
      int status,
      Headers headers,
      byte[] body,
      Instant at,
      Duration elapsed) {
    return new Reply(
        provider,
        operation,
        status,
        headers,
        new Body(body),
        at,
        elapsed,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * {@return the same reply, which came from there}
   *
   * @param where the connection or fixture that it came from
   */
  public Reply from(ReplyOrigin where) {
    return with(code, requestId, retryAfter, Optional.of(where));
  }

  /**
   * {@return when the question was put: before the wait for its permit, by this machine's clock}
   */
  public Instant at() {
    return at;
  }

  /** {@return the HTTP status} */
  public int status() {
    return status;
  }

  /**
   * {@return the last header of this name}
   *
   * @param name the header's name, in any case
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** {@return the body's bytes, a copy} */
  public byte[] body() {
    return body.bytes.clone();
  }

  /**
   * {@return the body as a JSON object, which is read once, however often and by whomever it is
   * asked for} Empty where {@link JsonObject#parse} finds none.
   */
  public Optional<JsonObject> json() {
    return body.json();
  }

  /**
   * {@return the same reply with the vendor's code on its receipt; a second code follows the first
   * after a slash} What does not look like a code is left out: it could be anything, a number too.
   *
   * @param vendorCode the vendor's code for the outcome
   */
  public Reply coded(String vendorCode) {
    if (!VendorText.isCode(vendorCode)) {
      return this;
    }
    return with(
        Optional.of(code.map(c -> c + "/" + vendorCode).orElse(vendorCode)),
        requestId,
        retryAfter,
        origin);
  }

  /**
   * {@return the same reply with the vendor's id of the request, where it looks like one} An id in
   * which there are seven digits in a row, or with nothing but signs between them, is left out:
   * they could be a number; but a UUID, or 24 or more hexadecimal digits, is taken as it is. Where
   * the reply has none, nobody else is served on its connection.
   *
   * @param id the vendor's id of the request, where the reply has one
   * @throws VerificationException PROTOCOL if an earlier reply of this vendor had the id: then this
   *     one is not the answer to this question, and its connection serves nobody after it
   */
  public Reply identified(Optional<String> id) {
    Optional<String> told = id.filter(text -> !text.isBlank() && text.length() <= LONGEST_ID);
    if (told.isEmpty()) {
      // Sent twice, it could not be told from the answer to the next question.
      origin.ifPresent(ReplyOrigin::unexpected);
    } else if (origin.filter(from -> from.isStale(told.get())).isPresent()) {
      // Its id is left out: it is that of somebody else's question.
      throw failed(
          FailureKind.PROTOCOL,
          Charge.POSSIBLE,
          "the reply has the request id of an earlier one, and so is the answer to an earlier"
              + " question; its connection is not used again; the vendor, or a proxy before it, sends"
              + " replies twice");
    }
    return with(code, told.filter(VendorText::isRequestId), retryAfter, origin);
  }

  /**
   * {@return the same reply with the wait that the vendor asked for in its own way} It stands on a
   * failure whose kind allows to ask again, whatever the code, and comes before a wait of the
   * code's row.
   *
   * @param wait what the vendor asks to wait, where it does
   */
  public Reply retryAfter(Optional<Duration> wait) {
    return with(code, requestId, wait, origin);
  }

  private Reply with(
      Optional<String> newCode,
      Optional<String> newRequestId,
      Optional<Duration> newRetryAfter,
      Optional<ReplyOrigin> newOrigin) {
    return new Reply(
        provider,
        operation,
        status,
        headers,
        body,
        at,
        elapsed,
        newCode,
        newRequestId,
        newRetryAfter,
        newOrigin);
  }

  /**
   * {@return an answer with a value}
   *
   * @param <V> the type of the value that is asked for
   * @param value the value
   * @param charge what the question cost
   */
  public <V> Answer<V> known(V value, Charge charge) {
    return new Answer.Known<>(value, receipt(charge));
  }

  /**
   * {@return an answer without a value}
   *
   * @param <V> the type of the value that is asked for
   * @param gap why there is no value
   * @param charge what the question cost
   */
  public <V> Answer<V> unknown(Gap gap, Charge charge) {
    return new Answer.Unknown<>(gap, receipt(charge));
  }

  /**
   * {@return a failure}
   *
   * @param kind what kind of failure it is
   * @param charge what the question cost
   * @param reason a sentence for people, never the vendor's own text
   */
  public VerificationException failed(FailureKind kind, Charge charge, String reason) {
    return new VerificationException(
        failure(kind, charge, retryAfter, OptionalInt.empty(), reason));
  }

  /** The failure that a row means. */
  VerificationException failed(Meaning.Failed<?> fails, Charge charge, String reason) {
    Failure failure =
        failure(fails.kind(), charge, retryAfter.or(fails::retryAfter), fails.maxRetries(), reason);
    return new VerificationException(where(fails.refusal(), failure, this::refused));
  }

  private Failure refused(Failure failure, RefusalPeriod period) {
    Instant now = at.plus(elapsed);
    Instant until = period.end(at);
    if (!until.isAfter(now)) {
      return failure;
    }
    Failure refused = failure.withRefusedUntil(until);
    return period.isStated() ? refused.withRetryAfter(Duration.between(now, until)) : refused;
  }

  /**
   * {@return the failure of a reply in which the vendor's own code cannot be found: what only the
   * HTTP status tells} A 401 or a 403 is UNAUTHORIZED and a 429 is THROTTLED, both free; a 5xx is
   * INDETERMINATE, and anything else PROTOCOL.
   *
   * @param what what is wrong with the reply, as in "is not JSON"
   */
  public VerificationException withoutCode(String what) {
    origin.ifPresent(ReplyOrigin::unexpected);
    return switch (status) {
      case 401, 403 -> failed(FailureKind.UNAUTHORIZED, Charge.FREE, reason(what));
      case 429 -> {
        Optional<Duration> wait =
            retryAfter.or(() -> header("Retry-After").flatMap(Reply::seconds));
        yield new VerificationException(
            failure(FailureKind.THROTTLED, Charge.FREE, wait, OptionalInt.empty(), reason(what)));
      }
      default -> incoherent(what);
    };
  }

  /**
   * {@return the failure of a reply that has the vendor's code, or tells of a success, and does not
   * fit together: its HTTP status denies it, or what its page describes is missing} Whatever the
   * status, the question may have been carried out and billed: a 5xx is INDETERMINATE, and anything
   * else PROTOCOL.
   *
   * @param what what is wrong with the reply, as in "has no verdict"
   */
  public VerificationException incoherent(String what) {
    origin.ifPresent(ReplyOrigin::unexpected);
    // A proxy says 503 too, after the upstream has reset: the question may have been carried out.
    FailureKind kind = status >= 500 ? FailureKind.INDETERMINATE : FailureKind.PROTOCOL;
    return failed(kind, Charge.POSSIBLE, reason(what));
  }

  private String reason(String what) {
    return "the reply, HTTP " + status + ", " + what;
  }

  private static Optional<Duration> seconds(String text) {
    return SECONDS.matcher(text).matches()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  private Failure failure(
      FailureKind kind,
      Charge charge,
      Optional<Duration> wait,
      OptionalInt repeats,
      String reason) {
    Failure failure = Failure.of(kind, provider, operation, reason).withCharge(charge);
    failure = where(code, failure, Failure::withVendorCode);
    failure = where(requestId, failure, Failure::withRequestId);
    failure = where(wait.filter(any -> kind.retryable()), failure, Failure::withRetryAfter);
    return repeats.isPresent() ? failure.withMaxRetries(repeats.getAsInt()) : failure;
  }

  private Receipt receipt(Charge charge) {
    Receipt receipt = Receipt.of(provider, operation, charge, at, elapsed);
    receipt = where(requestId, receipt, Receipt::withRequestId);
    return where(code, receipt, Receipt::withVendorCode);
  }

  private static <T, P> T where(Optional<P> known, T whole, BiFunction<T, P, T> with) {
    return known.isPresent() ? with.apply(whole, known.get()) : whole;
  }

  /** The bytes of a body, and what is read in them. */
  private static final class Body {
    private final byte[] bytes;
    private @Nullable JsonObject json;
    private boolean read;

    private Body(byte[] bytes) {
      this.bytes = bytes;
    }

    private synchronized Optional<JsonObject> json() {
      if (!read) {
        json = JsonObject.parse(bytes).orElse(null);
        read = true;
      }
      return Optional.ofNullable(json);
    }
  }

  String provider() {
    return provider;
  }

  String operation() {
    return operation;
  }

  @Override
  public String toString() {
    return "Reply[" + operation + ", HTTP " + status + ", " + body.bytes.length + " bytes]";
  }
}
