package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.ReplyExamples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** For each check, one provider for each clause that is wrong in just that way. */
final class CheckFaults {
  private final List<Fault> faults = new ArrayList<>();
  private final CheckType check;
  private final String family;

  private CheckFaults(CheckType check, String family) {
    this.check = check;
    this.family = family;
  }

  static List<Fault> of(CheckType check, String family) {
    CheckFaults all = new CheckFaults(check, family);
    all.meanings();
    all.requests();
    all.examples();
    all.codes();
    all.callers();
    return all.faults;
  }

  private void meddled(int clause, String name, InterposedMutant.Meddler meddler, String... words) {
    add(clause, name, BrokenHarness.check(check, meddler), words);
  }

  private void api(int clause, String name, BrokenHarness.Api api, String... words) {
    add(clause, name, BrokenHarness.api(check, api), words);
  }

  private void add(int clause, String name, BrokenHarness harness, String... words) {
    faults.add(Fault.of("%s-%02d".formatted(family, clause), name, () -> harness, words));
  }

  private void meanings() {
    add(
        1,
        "offered in no line",
        BrokenHarness.provider(check, next -> new NoOffers(next, Set.of(check))),
        "has 0 lines",
        check.key());
    meddled(
        2,
        "a value taken for no record",
        (next, query, context) -> {
          Answer<Object> answer = next.check(query, context);
          return answer instanceof Answer.Known<Object>
              ? new Answer.Unknown<>(Gap.NO_RECORD, answer.receipt())
              : answer;
        },
        "the example says the answer",
        "NO_RECORD");
    add(
        2,
        "a wait that the vendor asks for and nobody reads",
        BrokenHarness.examples(check, CheckFaults::withWaits),
        "fails UNAVAILABLE, FREE; retryAfter: the example says PT7S, the provider none");
    meddled(
        3,
        "everything booked as free",
        ReceiptMutant.receipts(receipt -> receipt.withCharge(Charge.FREE)),
        "CHARGED",
        "FREE");
  }

  /** Acme's reply examples, and that a busy Acme wants to be asked again after a while. */
  private static ReplyExamples withWaits(ReplyExamples examples) {
    return new ReplyExamples(
        examples.entries().stream()
            .map(
                entry ->
                    entry instanceof ReplyExample example && example.code().equals("busy")
                        ? waiting(example)
                        : entry)
            .toList());
  }

  private static ReplyExamples.Entry waiting(ReplyExample busy) {
    return ReplyExample.documented(
            busy.check(),
            busy.code(),
            busy.body(),
            Meaning.failedFor(FailureKind.UNAVAILABLE, Duration.ofSeconds(7)),
            busy.charge())
        .status(busy.status());
  }

  /** A provider that says of itself that it offers nothing. */
  private static final class NoOffers extends InterposedMutant {
    NoOffers(VerificationProvider next, Set<CheckType> shown) {
      super(next, shown, HONEST);
    }

    @Override
    public List<Offer> offers() {
      return List.of();
    }
  }

  private void requests() {
    meddled(
        4,
        "a busy vendor asked again",
        (next, query, context) -> {
          try {
            return next.check(query, context);
          } catch (VerificationException e) {
            if (e.kind() == FailureKind.UNAVAILABLE) {
              return next.check(query, context);
            }
            throw e;
          }
        },
        "received 2 requests, expected 1",
        "busy");
    meddled(
        5,
        "request id and code left off the receipt",
        ReceiptMutant.receipts(ReceiptMutant::bare),
        "requestId",
        "vendorCode");
    api(
        6,
        "the last digit of the number dropped",
        (name, settings, environment) ->
            new Encoding(
                name,
                settings,
                environment,
                fields ->
                    fields.computeIfPresent(
                        "number", (key, number) -> ((String) number).substring(0, 13))),
        "the number did not arrive");
    meddled(
        13,
        "answers kept",
        new InterposedMutant.Meddler() {
          private final Map<Object, Answer<Object>> kept = new ConcurrentHashMap<>();

          @Override
          public Answer<Object> ask(Check<Object, Object> next, Object query, CallContext context) {
            return kept.computeIfAbsent(query, unknown -> next.check(query, context));
          }
        },
        "are answers kept?");
  }

  private void examples() {
    add(
        7,
        "reply examples without a word about INVALID_REQUEST",
        BrokenHarness.examples(
            check,
            examples ->
                new ReplyExamples(
                    examples.entries().stream()
                        .filter(
                            entry ->
                                !(entry instanceof ReplyExample example
                                    && example.code().equals("bad-request")))
                        .toList())),
        "\"why not\", FailureKind.INVALID_REQUEST)");
  }

  private void codes() {
    api(
        8,
        "a strict reader",
        (name, settings, environment) ->
            new OtherCode(name, settings, environment) {
              @Override
              String code(CodeTable<?> codes, String code, Reply reply, JsonObject json) {
                if (!json.lacks("AddedLater")) {
                  throw reply.withoutCode("has a member that no page lists");
                }
                return code;
              }
            },
        "with extra members",
        "PROTOCOL");
    api(
        9,
        "a code that no table has taken for no record",
        (name, settings, environment) ->
            new OtherCode(name, settings, environment) {
              @Override
              String code(CodeTable<?> codes, String code, Reply reply, JsonObject json) {
                return codes.row(code).isEmpty() ? "no-record" : code;
              }
            },
        "tilt",
        "NO_RECORD");
    api(
        10,
        "the verdict read before the result code",
        (name, settings, environment) ->
            new OtherCode(name, settings, environment) {
              @Override
              String code(CodeTable<?> codes, String code, Reply reply, JsonObject json) {
                return json.object("data").isPresent() ? "ok" : code;
              }
            },
        "beside the verdict of",
        "busy");
  }

  private void callers() {
    api(
        11,
        "one question at a time",
        (name, settings, environment) -> new SerialMutant(name, settings, environment),
        "not all were at the vendor at the same time");
    api(
        12,
        "a number asked about that the vendor does not serve",
        (name, settings, environment) ->
            new AcmeApi(name, settings, environment) {
              @Override
              boolean serves(Operation<?> operation, PhoneNumber number) {
                return true;
              }
            },
        "NOT_COVERED",
        "requests were sent");
  }

  /** Reads another code than the one that stands there. */
  abstract static class OtherCode extends AcmeApi {
    OtherCode(String provider, AcmeSettings settings, ProviderEnvironment environment) {
      super(provider, settings, environment);
    }

    abstract String code(CodeTable<?> codes, String code, Reply reply, JsonObject json);

    @Override
    <V> Answer<V> decide(
        CodeTable<V> codes, String code, Reply reply, Operation<V> operation, JsonObject json) {
      return super.decide(codes, code(codes, code, reply, json), reply, operation, json);
    }
  }
}
