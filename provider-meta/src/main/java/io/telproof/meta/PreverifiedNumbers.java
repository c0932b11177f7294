package io.telproof.meta;

import static io.telproof.Charge.UNSTATED;
import static io.telproof.spi.reply.CodeRow.documented;
import static io.telproof.spi.reply.Meaning.continueReading;
import static io.telproof.spi.reply.Meaning.noValue;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.PreValidatedId;
import io.telproof.PreValidatedNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The id under which a business holds a number in its pool of pre-verified numbers. Numbers of
 * every country are asked about, and the purchase code is not used: Meta has none. Thread-safe.
 *
 * <p>The pool is asked for the number, so that one short reply tells, however large the pool is.
 * The page does not say in which spellings Meta finds a number by {@code phone_number}: it is sent
 * in E.164, what comes back is still compared by its digits, and where Meta should not find a
 * number that the pool has, {@code whole-pool} reads the pool instead, without the number. Then it
 * is read page by page, each page a request of its own that waits for its own permit, all of them
 * inside the time of the one question. No more than {@value #MOST_PAGES} pages of {@value
 * #PAGE_SIZE} numbers are read: a pool that goes on is no answer, but a failure that says so. The
 * URLs of further pages that Meta sends are not followed, because they hold the token and could
 * lead anywhere.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/marketing-api/reference/business/preverified_numbers">Business
 *     Preverified Numbers</a>
 */
final class PreverifiedNumbers implements PreValidatedNumber {
  static final String OPERATION = "preverified_numbers";

  /** The largest page that Meta gives. */
  static final int PAGE_SIZE = 100;

  static final int MOST_PAGES = 10;

  /** Meta limits each app and business for itself and names no number: ours, and modest. */
  static final RateLimits LIMITS = RateLimits.perSecond(5);

  private static final String NUMBER = "phone_number";
  private static final String STATUS = "code_verification_status";
  private static final String VERIFIED = "VERIFIED";

  /** One page has the first three, another one has the words of its own field. */
  static final CodeTable<PreValidatedId> VERIFICATION =
      CodeTable.of(
          documented(VERIFIED, UNSTATED, "verified, and not too long ago", continueReading()),
          documented("NOT_VERIFIED", UNSTATED, "in the pool, not verified", noValue(Gap.NO_RECORD)),
          documented(
              "EXPIRED", UNSTATED, "in the pool, verified too long ago", noValue(Gap.NO_RECORD)),
          documented("PENDING", UNSTATED, "in the pool, not verified yet", noValue(Gap.NO_RECORD)),
          documented("FAILED", UNSTATED, "in the pool, not verified", noValue(Gap.NO_RECORD)));

  private final GraphApi graph;
  private final RateLimiter limiter;
  private final boolean wholePool;

  PreverifiedNumbers(GraphApi graph, boolean wholePool) {
    this.graph = graph;
    this.limiter = graph.limiter(offer());
    this.wholePool = wholePool;
  }

  static Offer offer() {
    return new Offer(CheckType.PRE_VALIDATED_NUMBER, OPERATION, LIMITS, "not stated");
  }

  @Override
  public Answer<PreValidatedId> check(PreValidatedClaim claim, CallContext context) {
    Deadline deadline = Deadline.in(context.within(), graph.time());
    List<Attempt> read = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int turn = 1; ; turn++) {
      boolean last = turn == MOST_PAGES;
      Answer<Page> page = page(claim.number(), after, last, read, context, deadline);
      if (!(page instanceof Answer.Known<Page> known)) {
        return new Answer.Unknown<>(
            ((Answer.Unknown<Page>) page).gap(), behind(read, page.receipt()));
      }
      if (known.value().found().isPresent()) {
        return new Answer.Known<>(known.value().found().get(), behind(read, page.receipt()));
      }
      after = known.value().after();
      read.addAll(page.receipt().earlier());
      read.add(
          Attempt.of(
              page.receipt().provider(),
              OPERATION,
              page.receipt().charge(),
              page.receipt().elapsed(),
              "a page of the pool, which has other numbers"));
    }
  }

  private Answer<Page> page(
      PhoneNumber number,
      Optional<String> after,
      boolean last,
      List<Attempt> read,
      CallContext context,
      Deadline deadline) {
    Duration left = deadline.left();
    // Of no time at all the gateway says itself that nothing was sent.
    CallContext rest = context.withTimeLeft(left.isZero() ? Duration.ofNanos(1) : left);
    try {
      return graph.ask(
          OPERATION,
          limiter,
          parameters(number, after),
          reply -> decode(reply, number, last),
          rest);
    } catch (VerificationException e) {
      throw read.isEmpty() ? e : e.withEarlier(join(read, e.earlier()));
    }
  }

  private Map<String, String> parameters(PhoneNumber number, Optional<String> after) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (wholePool) {
      parameters.put(STATUS, VERIFIED);
    } else {
      // Whatever its status, so that the receipt can tell it.
      parameters.put(NUMBER, number.e164());
    }
    parameters.put("fields", "id," + NUMBER + "," + STATUS);
    parameters.put("limit", Integer.toString(PAGE_SIZE));
    after.ifPresent(cursor -> parameters.put("after", cursor));
    return parameters;
  }

  private static Receipt behind(List<Attempt> read, Receipt receipt) {
    return read.isEmpty() ? receipt : receipt.withEarlier(join(read, receipt.earlier()));
  }

  private static List<Attempt> join(List<Attempt> first, List<Attempt> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  /**
   * What a page has of the number.
   *
   * @param found what was looked for
   * @param after where the next page begins, where it was not found
   */
  record Page(Optional<PreValidatedId> found, Optional<String> after) {}

  /**
   * What a reply comes to.
   *
   * @param last whether no further page is read
   * @throws VerificationException if there is no answer
   */
  static Answer<Page> decode(Reply reply, PhoneNumber number, boolean last) {
    return GraphApi.open(reply, (json, opened) -> read(json, opened, number, last));
  }

  private static Answer<Page> read(JsonObject json, Reply reply, PhoneNumber number, boolean last) {
    List<JsonObject> entries =
        json.objects("data").orElseThrow(() -> reply.incoherent("has no list of data"));
    List<JsonObject> found =
        entries.stream()
            .filter(entry -> written(entry).filter(text -> isWrittenAs(number, text)).isPresent())
            .toList();
    if (!found.isEmpty()) {
      return entry(found, reply);
    }
    if (entries.stream().anyMatch(entry -> written(entry).isEmpty())) {
      throw reply.incoherent("has an entry without " + NUMBER + ", which could be the one");
    }
    Optional<JsonObject> paging = json.object("paging");
    if (paging.flatMap(links -> links.text("next")).filter(text -> !text.isEmpty()).isEmpty()) {
      return reply.unknown(Gap.NO_RECORD, UNSTATED);
    }
    if (last) {
      throw reply.failed(
          FailureKind.ACCOUNT,
          UNSTATED,
          "the number is not among the first "
              + MOST_PAGES * PAGE_SIZE
              + " of the pool, and no more are read; leave whole-pool out, so that Meta looks for"
              + " it");
    }
    Optional<String> after =
        paging
            .flatMap(links -> links.object("cursors"))
            .flatMap(cursors -> cursors.text("after"))
            .filter(text -> !text.isEmpty());
    if (after.isEmpty()) {
      throw reply.incoherent("has a next page and no cursor");
    }
    return reply.known(new Page(Optional.empty(), after), UNSTATED);
  }

  /** A number that is verified counts before what else the pool may have under it. */
  private static Answer<Page> entry(List<JsonObject> found, Reply reply) {
    JsonObject entry =
        found.stream()
            .filter(each -> status(each).filter(VERIFIED::equals).isPresent())
            .findFirst()
            .orElse(found.get(0));
    String status = status(entry).orElseThrow(() -> reply.incoherent("has no " + STATUS));
    Answer<PreValidatedId> answer =
        VERIFICATION.decide(status, reply, verified -> id(entry, verified));
    return answer instanceof Answer.Known<PreValidatedId> known
        ? new Answer.Known<>(
            new Page(Optional.of(known.value()), Optional.empty()), answer.receipt())
        : new Answer.Unknown<>(((Answer.Unknown<PreValidatedId>) answer).gap(), answer.receipt());
  }

  private static Answer<PreValidatedId> id(JsonObject entry, Reply reply) {
    String id =
        entry
            .text("id")
            .filter(text -> !text.isEmpty())
            .orElseThrow(
                () ->
                    reply.failed(
                        FailureKind.PROTOCOL,
                        UNSTATED,
                        "the reply has a verified number without its id"));
    return reply.known(new PreValidatedId(id, written(entry)), UNSTATED);
  }

  private static Optional<String> written(JsonObject entry) {
    return either(entry, NUMBER, "display_phone_number");
  }

  private static Optional<String> status(JsonObject entry) {
    return either(entry, STATUS, "verification_status");
  }

  /** Two pages of the vendor do not agree on the names of fields. */
  private static Optional<String> either(JsonObject entry, String field, String other) {
    return entry
        .text(field)
        .filter(text -> !text.isEmpty())
        .or(() -> entry.text(other).filter(text -> !text.isEmpty()));
  }

  /** Whether a text is this number, whatever stands between its digits. */
  static boolean isWrittenAs(PhoneNumber number, String text) {
    StringBuilder digits = new StringBuilder("+");
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each >= '0' && each <= '9') {
        digits.append(each);
      }
    }
    return number.e164().contentEquals(digits);
  }
}
