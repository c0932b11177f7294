package io.telproof.examples.acme;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.Signer;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.Request;
import org.slf4j.LoggerFactory;

/** Ways to tell what must be kept. */
final class SecrecyFaults {
  private static final CheckType CHECK = CheckType.PHONE_STATUS;

  private SecrecyFaults() {}

  static List<Fault> all() {
    return List.of(
        signed(
            "SC-01",
            "the secret key in a header",
            request -> request.header("X-Acme-Debug", AcmeVendor.SECRET)),
        signed(
            "SC-01",
            "the secret key in base64",
            request ->
                request.header(
                    "Authorization",
                    Base64.getEncoder().encodeToString(AcmeVendor.SECRET.getBytes(UTF_8)))),
        meddled(
            "SC-02",
            "the number in a log line",
            (next, query, context) -> {
              log(((PhoneNumber) query).e164());
              return next.check(query, context);
            },
            "number shows in the log line of acme"),
        Fault.of(
            "SC-02",
            "the name at TRACE",
            () ->
                BrokenHarness.check(
                    CheckType.IDENTITY_MATCH,
                    (next, query, context) -> {
                      LoggerFactory.getLogger("acme")
                          .trace("{}", ((IdentityClaim) query).name().reveal());
                      return next.check(query, context);
                    }),
            "name shows in the log line of acme at TRACE"),
        api(
            "SC-02",
            "the secret key logged",
            (call, context) -> log("signing with " + AcmeVendor.SECRET),
            "secret 1 of the harness"),
        meddled(
            "SC-03",
            "the number in an exception",
            SecrecyFaults::quoting,
            "number shows in the exception"),
        meddled(
            "SC-03",
            "the number in the cause of an exception",
            (next, query, context) -> {
              try {
                return next.check(query, context);
              } catch (VerificationException e) {
                throw new VerificationException(
                    e.failure(), new IllegalStateException(((PhoneNumber) query).e164()));
              }
            },
            "number shows in the exception"),
        Fault.of(
            "SC-04",
            "a provider that prints its key",
            SecrecyFaults::printing,
            "toString of the provider"),
        meddled(
            "SC-04",
            "the number as request id",
            (next, query, context) -> {
              Answer<Object> answer = next.check(query, context);
              return answer.withReceipt(
                  ReceiptMutant.bare(answer.receipt()).withRequestId(((PhoneNumber) query).e164()));
            },
            "number shows in the receipt"),
        meddled(
            "SC-05",
            "a thread named after the number",
            SecrecyFaults::naming,
            "the name of a thread"),
        Fault.of(
            "SC-06",
            "the vendor's own text in the reason",
            SecrecyFaults::repeating,
            "an exception"),
        Fault.of(
            "SC-06",
            "the vendor's reply in a log line",
            () ->
                BrokenHarness.api(
                    CHECK,
                    (name, settings, environment) ->
                        new AcmeApi(name, settings, environment) {
                          @Override
                          <V> Answer<V> send(
                              Call call, CallContext context, Function<Reply, Answer<V>> decode) {
                            return super.send(
                                call,
                                context,
                                reply -> {
                                  log(new String(reply.body(), UTF_8));
                                  return decode.apply(reply);
                                });
                          }
                        }),
            "a log"));
  }

  private static void log(String text) {
    LoggerFactory.getLogger("acme").info("{}", text);
  }

  private static Fault meddled(
      String clause, String name, InterposedMutant.Meddler meddler, String... words) {
    return Fault.of(clause, name, () -> BrokenHarness.check(CHECK, meddler), words);
  }

  /** What is done before a request is sent. */
  @FunctionalInterface
  private interface Before {
    void send(AcmeApi.Call call, CallContext context);
  }

  private static Fault api(String clause, String name, Before before, String... words) {
    return Fault.of(
        clause,
        name,
        () ->
            BrokenHarness.api(
                CHECK,
                (provider, settings, environment) ->
                    new AcmeApi(provider, settings, environment) {
                      @Override
                      <V> Answer<V> send(
                          Call call, CallContext context, Function<Reply, Answer<V>> decode) {
                        before.send(call, context);
                        return super.send(call, context, decode);
                      }
                    }),
        words);
  }

  private static Fault signed(String clause, String name, UnaryOperator<Request.Builder> change) {
    return Fault.of(
        clause,
        name,
        () ->
            BrokenHarness.api(
                CHECK,
                (provider, settings, environment) ->
                    new AcmeApi(provider, settings, environment) {
                      @Override
                      Signer signer() {
                        Signer next = super.signer();
                        return (request, body, credentials, at, nonce) ->
                            change
                                .apply(
                                    next.sign(request, body, credentials, at, nonce).newBuilder())
                                .build();
                      }
                    }),
        "holds a secret of the harness");
  }

  private static Answer<Object> quoting(
      Check<Object, Object> next, Object query, CallContext context) {
    try {
      return next.check(query, context);
    } catch (VerificationException e) {
      throw new VerificationException(
          e.failure().withReason("no answer about " + ((PhoneNumber) query).e164()));
    }
  }

  private static Answer<Object> naming(
      Check<Object, Object> next, Object query, CallContext context) {
    Thread thread = Thread.currentThread();
    String before = thread.getName();
    thread.setName("asking about " + ((PhoneNumber) query).e164());
    try {
      return next.check(query, context);
    } finally {
      thread.setName(before);
    }
  }

  private static BrokenHarness printing() {
    return BrokenHarness.provider(
        CHECK,
        next ->
            new InterposedMutant(next, Set.of(CHECK), InterposedMutant.HONEST) {
              @Override
              public String toString() {
                return "Acme[" + AcmeVendor.SECRET + "]";
              }
            });
  }

  private static BrokenHarness repeating() {
    return BrokenHarness.api(
        CHECK,
        (name, settings, environment) ->
            new CheckFaults.OtherCode(name, settings, environment) {
              @Override
              String code(CodeTable<?> codes, String code, Reply reply, JsonObject json) {
                if (codes.row(code).isEmpty()) {
                  throw reply.withoutCode("has the code " + code);
                }
                return code;
              }
            });
  }
}
