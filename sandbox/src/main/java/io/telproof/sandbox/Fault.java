package io.telproof.sandbox;

/**
 * One way in which a reply goes wrong between the vendor and its caller.
 *
 * <p>Except for {@link #HTTP_429}, a fault happens <em>after</em> the vendor carried the question
 * out: the reply is lost or spoilt, its line stands on the {@linkplain Bill bill}. Faults are met
 * by the magic numbers of {@link Scenario} and by the requests that {@link Faults} names.
 */
public enum Fault {
  /** Not a byte of reply; the connection is reset (TCP RST). */
  RESET_BEFORE_REPLY("the connection is reset before the reply"),
  /** Not a byte of reply; the connection is closed in order (TCP FIN). */
  DISCONNECT("the connection is closed before the reply"),
  /** Not a byte of reply for five minutes, then the connection is closed. */
  STALL("no reply comes"),
  /** The head at once, then one byte of the body every quarter of a second. */
  DRIP("the reply comes byte by byte, four in a second"),
  /** The head announces the whole body, half of it comes, the connection is closed. */
  HALF_REPLY("half of the reply comes, then the connection is closed"),
  /** Status 200 and a chunked body of blanks that never ends. */
  ENDLESS_BODY("a body without end"),
  /** Status 502 and a web page, as a proxy says it after its upstream broke off. */
  HTML_502("status 502 and a web page"),
  /** Status 200 and a web page, as a captive portal says it. */
  HTML_200("status 200 and a web page"),
  /** Status 200 and no body. */
  EMPTY_200("status 200 and an empty body"),
  /** Status 200 and an object without members. */
  EMPTY_OBJECT("status 200 and {}"),
  /** Status 200, a JSON content type, and the vendor's reply cut off in the middle. */
  NOT_JSON_200("status 200 and text that is almost JSON"),
  /** Status 307 to the address that was asked. */
  REDIRECT_307("status 307 to the same address"),
  /** Status 429 without a vendor's code. A gateway's refusal: not carried out and not charged. */
  HTTP_429("status 429 without a vendor's code"),
  /** Status 503 without a vendor's code, and {@code Retry-After: 0}. */
  HTTP_503("status 503 without a vendor's code, Retry-After: 0"),
  /** The whole reply, then the connection is closed without a word: the next use finds it stale. */
  CLOSE_AFTER_REPLY("the whole reply, then the connection is closed unannounced"),
  /** The whole reply and, in the same breath, the same once more: nobody asked for the second. */
  SECOND_REPLY("the whole reply twice, at once"),
  /** The whole reply and, a moment later, the same once more. */
  SECOND_REPLY_LATER("the whole reply, and a moment later once more"),
  /** The whole reply, then a status 408 that is about no request; the connection stays open. */
  UNASKED_408("the whole reply, then status 408 without a request"),
  /** The whole reply, and more bytes than its head announced. */
  MORE_THAN_ANNOUNCED("the whole reply and bytes behind its announced length");

  private final String sentence;

  Fault(String sentence) {
    this.sentence = sentence;
  }

  /** {@return what a caller meets, for people} */
  public String sentence() {
    return sentence;
  }

  /**
   * {@return whether the vendor carried the question out, and put it on the bill as it does
   * otherwise}
   */
  public boolean carriedOut() {
    return this != HTTP_429;
  }
}
