package io.telproof.examples.acme;

import static io.telproof.testkit.ReplyExamples.unsaid;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.CodeVerdict;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityVerdict;
import io.telproof.LineState;
import io.telproof.Tenure;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import io.telproof.testkit.ReplyExamples;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Ways to get one check wrong that the others do not have, or that one check is enough for. */
final class AnswerFaults {
  private AnswerFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(values());
    all.addAll(words());
    all.addAll(receipts());
    all.addAll(codes());
    return all;
  }

  private static Fault meddled(
      String clause,
      String name,
      CheckType check,
      InterposedMutant.Meddler meddler,
      String... words) {
    return Fault.of(clause, name, () -> BrokenHarness.check(check, meddler), words);
  }

  private static Fault api(
      String clause, String name, CheckType check, BrokenHarness.Api api, String... words) {
    return Fault.of(clause, name, () -> BrokenHarness.api(check, api), words);
  }

  /** A meddler that changes every value. */
  private static InterposedMutant.Meddler value(Function<Object, Object> change) {
    return (next, query, context) -> {
      Answer<Object> answer = next.check(query, context);
      return answer instanceof Answer.Known<Object> known
          ? new Answer.Known<>(change.apply(known.value()), known.receipt())
          : answer;
    };
  }

  private static List<Fault> values() {
    return List.of(
        meddled(
            "TE-02",
            "an open range closed",
            CheckType.TENURE,
            value(v -> ((Tenure) v).to().isEmpty() ? Tenure.between(24, 36) : v),
            "Tenure[from=24, to=none]"),
        meddled(
            "TE-02",
            "month bounds off by one",
            CheckType.TENURE,
            value(
                v -> {
                  Tenure tenure = (Tenure) v;
                  return new Tenure(
                      tenure.from() + 1,
                      tenure.to().isPresent()
                          ? OptionalInt.of(tenure.to().getAsInt() + 1)
                          : OptionalInt.empty());
                }),
            "from=7"),
        meddled(
            "IM-02",
            "a mismatch thrown",
            CheckType.IDENTITY_MATCH,
            (next, query, context) -> {
              Answer<Object> answer = next.check(query, context);
              if (answer instanceof Answer.Known<Object> known
                  && known.value() instanceof IdentityVerdict verdict
                  && verdict.outcome() == IdentityVerdict.Outcome.MISMATCH) {
                throw new VerificationException(
                    Failure.of(FailureKind.INVALID_REQUEST, "main", "person-match", "they differ"));
              }
              return answer;
            },
            "MISMATCH",
            "fails INVALID_REQUEST"),
        meddled(
            "IM-02",
            "what differs forgotten",
            CheckType.IDENTITY_MATCH,
            value(v -> IdentityVerdict.match(((IdentityVerdict) v).carrier())),
            "differing"),
        meddled(
            "CV-02",
            "a verified contact taken for a right code",
            CheckType.CODE_VERIFICATION,
            value(v -> v == CodeVerdict.ALREADY_VERIFIED ? CodeVerdict.ACCEPTED : v),
            "ALREADY_VERIFIED",
            "ACCEPTED"),
        meddled(
            "CV-04",
            "a wrong code tried again",
            CheckType.CODE_VERIFICATION,
            (next, query, context) -> {
              Answer<Object> answer = next.check(query, context);
              return answer instanceof Answer.Known<Object> known
                      && known.value() == CodeVerdict.REJECTED
                  ? next.check(query, context)
                  : answer;
            },
            "ok/wrong",
            "received 2 requests"),
        meddled(
            "PS-04",
            "a billed answer asked for twice",
            CheckType.PHONE_STATUS,
            (next, query, context) -> {
              next.check(query, context);
              return next.check(query, context);
            },
            "received 2 requests"),
        meddled(
            "PS-02",
            "a gap thrown",
            CheckType.PHONE_STATUS,
            (next, query, context) -> {
              Answer<Object> answer = next.check(query, context);
              if (answer instanceof Answer.Unknown<Object>) {
                throw new IllegalStateException("nothing known");
              }
              return answer;
            },
            "IllegalStateException",
            "unknown: NO_RECORD"));
  }

  private static Fault field(
      String clause, String name, CheckType check, String field, Function<String, Object> change) {
    return api(
        clause,
        name,
        check,
        (provider, settings, environment) ->
            new Encoding(
                provider,
                settings,
                environment,
                fields -> fields.computeIfPresent(field, (key, was) -> change.apply((String) was))),
        "did not arrive as it was asked");
  }

  private static List<Fault> words() {
    return List.of(
        field("IM-06", "the name dropped", CheckType.IDENTITY_MATCH, "name", was -> ""),
        field(
            "IM-06",
            "the name mangled by the platform's charset",
            CheckType.IDENTITY_MATCH,
            "name",
            was ->
                new String(was.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)),
        field(
            "IM-06",
            "the final X in lower case",
            CheckType.IDENTITY_MATCH,
            "idNumber",
            was -> was.toLowerCase(Locale.ROOT)),
        field(
            "CV-06",
            "the code sent as a number",
            CheckType.CODE_VERIFICATION,
            "typed",
            was -> Integer.valueOf(was)),
        field(
            "PV-06",
            "zeros of the purchase code trimmed",
            CheckType.PRE_VALIDATED_NUMBER,
            "purchaseCode",
            was -> was.replaceFirst("^0+", "")));
  }

  private static List<Fault> receipts() {
    CheckType check = CheckType.PHONE_STATUS;
    return List.of(
        meddled(
            "PS-03",
            "UNSTATED told as free",
            check,
            ReceiptMutant.receipts(
                receipt ->
                    receipt.charge() == Charge.UNSTATED
                        ? receipt.withCharge(Charge.FREE)
                        : receipt),
            "UNSTATED"),
        meddled(
            "PS-03",
            "a doubt told as free",
            check,
            ReceiptMutant.failures(
                failure ->
                    failure.charge() == Charge.POSSIBLE
                        ? failure.withCharge(Charge.FREE)
                        : failure),
            "POSSIBLE"),
        meddled(
            "PS-05",
            "the operation misnamed",
            check,
            ReceiptMutant.receipts(receipt -> ReceiptMutant.names(receipt, "main", "phone-status")),
            "operation is phone-status, expected line-status"),
        meddled(
            "PS-05",
            "the time of another day",
            check,
            ReceiptMutant.receipts(
                receipt -> ReceiptMutant.times(receipt, Instant.EPOCH, Duration.ZERO)),
            "not the environment's time",
            "elapsed"),
        meddled(
            "PS-05",
            "an attempt that never was",
            check,
            ReceiptMutant.receipts(
                receipt ->
                    receipt.withEarlier(
                        List.of(Attempt.of("main", "x", Charge.FREE, Duration.ZERO, "made up")))),
            "earlier is 1, expected 0"),
        meddled(
            "PS-05",
            "failures without the vendor's code",
            check,
            ReceiptMutant.failures(ReceiptMutant::bare),
            "vendorCode is none"));
  }

  private static List<Fault> codes() {
    CheckType check = CheckType.PHONE_STATUS;
    return List.of(
        Fault.of(
            "PS-07",
            "said, and declared unsaid",
            () -> examples(unsaid(check, "never seen", LineState.VACANT)),
            "LineState.VACANT is declared unsaid, but a reply example says it"),
        Fault.of(
            "PS-07",
            "unsaid without a reason",
            () -> examples(unsaid(check, " ", Gap.NO_RECORD)),
            "unsaid without a reason"),
        api(
            "PS-02",
            "the table of another operation",
            check,
            (name, settings, environment) ->
                decided(name, settings, environment, code -> shared(code)),
            "busy",
            "QUOTA"),
        api(
            "PS-09",
            "codes matched by a prefix",
            check,
            (name, settings, environment) ->
                decided(name, settings, environment, code -> code.startsWith("t") ? "busy" : code),
            "tilt",
            "UNAVAILABLE"),
        api(
            "PS-09",
            "an unlisted code that nobody is told of",
            check,
            (name, settings, environment) ->
                new CheckFaults.OtherCode(name, settings, environment) {
                  @Override
                  String code(CodeTable<?> codes, String code, Reply reply, JsonObject json) {
                    if (codes.row(code).isEmpty()) {
                      throw reply
                          .coded(code)
                          .failed(FailureKind.PROTOCOL, Charge.POSSIBLE, "in no table");
                    }
                    return code;
                  }
                },
            "logged 0 lines at WARN"),
        api(
            "PS-11",
            "one answer for all who ask meanwhile",
            check,
            (name, settings, environment) ->
                new AcmeApi(name, settings, environment) {
                  private final AtomicInteger meanwhile = new AtomicInteger();
                  private final CompletableFuture<Reply> first = new CompletableFuture<>();

                  @Override
                  <V> Answer<V> send(
                      Call call, CallContext context, Function<Reply, Answer<V>> decode) {
                    boolean alone = meanwhile.getAndIncrement() == 0;
                    try {
                      return super.send(
                          call,
                          context,
                          mine -> {
                            if (alone) {
                              first.complete(mine);
                              return decode.apply(mine);
                            }
                            return decode.apply(first.join());
                          });
                    } finally {
                      meanwhile.decrementAndGet();
                    }
                  }
                },
            "got the answer of another"),
        meddled(
            "PS-12",
            "a number not covered, booked as charged",
            check,
            ReceiptMutant.receipts(
                receipt ->
                    receipt.requestId().isEmpty() ? receipt.withCharge(Charge.CHARGED) : receipt),
            "NOT_COVERED, FREE"));
  }

  private static String shared(String code) {
    return code.equals("busy") ? "day-limit" : code;
  }

  private static AcmeApi decided(
      String name,
      AcmeSettings settings,
      ProviderEnvironment environment,
      Function<String, String> change) {
    return new CheckFaults.OtherCode(name, settings, environment) {
      @Override
      String code(CodeTable<?> codes, String code, Reply reply, JsonObject json) {
        return change.apply(code);
      }
    };
  }

  private static BrokenHarness examples(ReplyExamples.Entry more) {
    return BrokenHarness.examples(
        more.check(),
        examples -> {
          List<ReplyExamples.Entry> entries = new ArrayList<>(examples.entries());
          entries.add(more);
          return new ReplyExamples(entries);
        });
  }
}
