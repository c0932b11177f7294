package io.telproof.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.camara.CamaraSettings;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.spi.time.HandTime;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An operator whose access tokens are given by a host of their own, and all that can be wrong with
 * them: what comes of a question, what it costs, and what the two hosts see.
 */
@Timeout(60)
final class OperatorTokensTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of(Scenario.PLAIN_GOOD.camaraNumber(3));
  private static final String ONCE = "telproof.retry.attempts = 1\n";

  private final HandTime time = new HandTime("2026-03-01T02:00:00Z");
  private final CamaraVendor operator =
      new CamaraVendor(CamaraSettings.defaults().credentials(List.of(Accounts.OPERATOR)));
  private final TokenHost host = new TokenHost(operator);
  private final TokenRecorder recorder = new TokenRecorder(host);
  private final Sandbox apis = Sandbox.start(SandboxOptions.of(operator).at(time::now));
  private final Sandbox tokens = Sandbox.start(SandboxOptions.of(recorder).at(time::now));

  @AfterEach
  void close() {
    tokens.close();
    apis.close();
  }

  /** Gives the operator's tokens, or says whatever it is told to. */
  private static final class TokenHost implements Vendor {
    private final Vendor operator;
    private volatile Optional<Function<VendorReply, VendorReply>> instead = Optional.empty();

    private TokenHost(Vendor operator) {
      this.operator = operator;
    }

    private void says(int status, String body) {
      instead = Optional.of(reply -> VendorReply.json(status, body, reply.heard()));
    }

    @Override
    public String name() {
      return operator.name();
    }

    @Override
    public boolean speaks(VendorRequest request) {
      return request.path().equals("/oauth2/token");
    }

    @Override
    public VendorReply answer(VendorRequest request, Instant now) {
      VendorReply reply = operator.answer(request, now);
      return instead.isEmpty() ? reply : instead.get().apply(reply);
    }
  }

  /** What is wrong, and what is expected then. */
  private enum Trouble {
    NOTHING("KNOWN UNSTATED", 1, 1, 1),
    NOTHING_AND_A_TOKEN_IS_THERE("KNOWN UNSTATED", 1, 1, 0) {
      @Override
      void happen(OperatorTokensTest test, Telproof telproof) {
        test.askedBefore(telproof);
      }
    },
    /** The refusal is free and certain, so that the question is put once more. */
    TOKEN_REVOKED("KNOWN UNSTATED", 2, 1, 1) {
      @Override
      void happen(OperatorTokensTest test, Telproof telproof) {
        test.askedBefore(telproof);
        test.operator.revokeTokens();
      }
    },
    TOKEN_EXPIRED("KNOWN UNSTATED", 1, 1, 1) {
      @Override
      void happen(OperatorTokensTest test, Telproof telproof) {
        test.askedBefore(telproof);
        test.time.advance(Duration.ofMinutes(61));
      }
    },
    TOKENS_THAT_THE_OPERATOR_DOES_NOT_KNOW("UNAUTHORIZED FREE UNAUTHENTICATED", 2, 0, 2) {
      @Override
      void happen(OperatorTokensTest test, Telproof telproof) {
        test.host.says(200, "{\"access_token\":\"Tq84-made-up-Zx31\",\"expires_in\":3600}");
      }
    },
    CLIENT_SWITCHED_OFF("UNAUTHORIZED FREE invalid_client", 0, 0, 1) {
      @Override
      void happen(OperatorTokensTest test, Telproof telproof) {
        test.operator.keys().revoke(Accounts.OPERATOR.clientId());
      }
    },
    /** A token that is there serves until somebody refuses it. */
    CLIENT_SWITCHED_OFF_LATER("UNAUTHORIZED FREE invalid_client", 1, 0, 1) {
      @Override
      void happen(OperatorTokensTest test, Telproof telproof) {
        test.askedBefore(telproof);
        test.operator.keys().revoke(Accounts.OPERATOR.clientId());
      }
    },
    NOBODY_LISTENS("UNAVAILABLE FREE", 0, 0, 0) {
      @Override
      URI host(OperatorTokensTest test) throws IOException {
        return Accounts.nobody();
      }
    },
    STALLS(Fault.STALL, "UNAVAILABLE FREE"),
    RESET(Fault.RESET_BEFORE_REPLY, "UNAVAILABLE FREE"),
    HALF_A_REPLY(Fault.HALF_REPLY, "UNAVAILABLE FREE"),
    PAGE_OF_A_PROXY(Fault.HTML_502, "UNAVAILABLE FREE"),
    PAGE_OF_A_PORTAL(Fault.HTML_200, "UNAVAILABLE FREE"),
    NO_BODY(Fault.EMPTY_200, "UNAVAILABLE FREE"),
    NO_TOKEN(Fault.EMPTY_OBJECT, "UNAVAILABLE FREE"),
    ALMOST_JSON(Fault.NOT_JSON_200, "UNAVAILABLE FREE"),
    REDIRECT(Fault.REDIRECT_307, "UNAVAILABLE FREE"),
    OUT_OF_SERVICE(Fault.HTTP_503, "UNAVAILABLE FREE"),
    TOO_MANY(Fault.HTTP_429, "THROTTLED FREE"),
    TOKEN_OF_ANOTHER_TYPE(
        200, "{\"access_token\":\"Tq84-mac-Zx31\",\"token_type\":\"mac\"}", "UNAVAILABLE FREE"),
    TOKEN_THAT_NO_HEADER_TAKES(
        200, "{\"access_token\":\"Tq84 made\\r\\nup: Zx31\"}", "UNAVAILABLE FREE"),
    LIFETIME_THAT_IS_NO_NUMBER(
        200, "{\"access_token\":\"Tq84-soon-Zx31\",\"expires_in\":\"soon\"}", "UNAVAILABLE FREE"),
    ERROR_THAT_QUOTES_ALL(
        400,
        "{\"error\":\"invalid_scope\",\"error_description\":\"%1$s %2$s\",\"error_uri\":\"%1$s\"}",
        "UNAUTHORIZED FREE invalid_scope"),
    NONSENSE_THAT_QUOTES_ALL(200, "[\"%1$s\", \"%2$s\"]", "UNAVAILABLE FREE");

    private final String expected;
    private final int seen;
    private final int charged;
    private final int tokenRequests;
    private final @Nullable Fault fault;
    private final @Nullable String body;
    private final int status;

    /**
     * Something else.
     *
     * @param expected what comes of the question, what it costs, and the vendor's code
     * @param seen how many questions the operator sees, and how many of them it charges
     */
    Trouble(String expected, int seen, int charged, int tokenRequests) {
      this.expected = expected;
      this.seen = seen;
      this.charged = charged;
      this.tokenRequests = tokenRequests;
      this.fault = null;
      this.body = null;
      this.status = 0;
    }

    /** A token is asked for, and the question is not put. */
    Trouble(@Nullable Fault fault, int status, @Nullable String body, String expected) {
      this.expected = expected;
      this.seen = 0;
      this.charged = 0;
      this.tokenRequests = 1;
      this.fault = fault;
      this.body = body;
      this.status = status;
    }

    Trouble(Fault fault, String expected) {
      this(fault, 0, null, expected);
    }

    Trouble(int status, String body, String expected) {
      this(null, status, body, expected);
    }

    URI host(OperatorTokensTest test) throws IOException {
      return test.tokens.endpoint();
    }

    void happen(OperatorTokensTest test, Telproof telproof) {
      if (fault != null) {
        test.tokens.faults().nextTokenExchange(fault);
      }
      if (body != null) {
        test.host.says(status, body.formatted(Accounts.OPERATOR.clientSecret(), NUMBER.e164()));
      }
    }
  }

  private String configuration(String name, URI host) {
    return "telproof.providers."
        + name
        + " "
        + Accounts.camara("camara", apis.endpoint(), host, Accounts.OPERATOR);
  }

  private void askedBefore(Telproof telproof) {
    assertThat(outcome(telproof, Tally.PATIENCE)).isEqualTo("KNOWN UNSTATED");
  }

  private static Answer<PhoneStatus> ask(Telproof telproof, Duration within) {
    return telproof.phoneStatus().check(NUMBER, CallContext.within(within));
  }

  private static String outcome(Telproof telproof, Duration within) {
    try {
      Answer<PhoneStatus> answer = ask(telproof, within);
      return (answer instanceof Answer.Known ? "KNOWN " : "UNKNOWN ") + answer.receipt().charge();
    } catch (VerificationException e) {
      return e.kind() + " " + e.charge() + e.vendorCode().map(code -> " " + code).orElse("");
    }
  }

  private long tokenRequests() {
    return tokens.heard().size();
  }

  @ParameterizedTest
  @EnumSource
  void every_trouble_with_a_token_has_its_kind_and_nothing_is_charged_but_an_answer(Trouble trouble)
      throws IOException {
    try (Telproof telproof =
        Telproof.builder(
                ConfigFactory.parseString(ONCE + configuration("operator", trouble.host(this))))
            .time(time)
            .open()) {
      trouble.happen(this, telproof);
      apis.bill().clear();
      long before = tokenRequests();

      Duration within = trouble == Trouble.STALLS ? Tally.MOMENT : Tally.PATIENCE;
      assertThat(outcome(telproof, within)).isEqualTo(trouble.expected);
      assertThat(apis.bill().requests()).as("questions").isEqualTo(trouble.seen);
      assertThat(apis.bill().charged()).as("charged").isEqualTo(trouble.charged);
      assertThat(tokenRequests() - before).as("token requests").isEqualTo(trouble.tokenRequests);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatever_is_wrong_no_token_secret_or_number_gets_out(Trouble trouble) throws IOException {
    try (Capture capture = Capture.open()) {
      try (Telproof telproof =
          capture
              .watch(
                  Telproof.builder(
                      ConfigFactory.parseString(
                          ONCE + configuration("operator", trouble.host(this)))))
              .time(time)
              .open()) {
        trouble.happen(this, telproof);
        try {
          capture.note(
              Channel.PRINTED,
              ask(telproof, trouble == Trouble.STALLS ? Tally.MOMENT : Tally.PATIENCE));
        } catch (VerificationException e) {
          capture.thrown(e);
        }
      }
      List<Canary> canaries = new ArrayList<>(recorder.canaries());
      canaries.addAll(Accounts.canaries());
      canaries.add(Canary.number(NUMBER.e164()));
      canaries.add(Canary.text("a token that was made up", "Tq84"));
      canaries.add(Canary.text("a token that was made up", "Zx31"));
      assertThat(new Search(canaries).in(capture.evidence())).isEmpty();
      assertThat(capture.evidence().get(Channel.LOG))
          .as("the logs are heard at their lowest level")
          .anyMatch(line -> line.startsWith("DEBUG io.telproof."));
    }
  }

  @Test
  void a_refused_token_stands_before_the_answer_as_a_free_attempt() {
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(configuration("operator", tokens.endpoint())))
            .time(time)
            .open()) {
      askedBefore(telproof);
      operator.revokeTokens();
      assertThat(ask(telproof, Tally.PATIENCE).receipt().earlier())
          .singleElement()
          .satisfies(
              attempt -> {
                assertThat(attempt.failure()).contains(FailureKind.UNAUTHORIZED);
                assertThat(attempt.charge()).isEqualTo(Charge.FREE);
              });
    }
  }

  /** It was not put, and so may be asked again; and then it is put once. */
  @Test
  void a_question_without_a_token_is_asked_again_and_put_once() {
    tokens.faults().nextTokenExchange(Fault.RESET_BEFORE_REPLY);
    tokens.faults().nextTokenExchange(Fault.HTML_502);
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(configuration("operator", tokens.endpoint())))
            .time(time)
            .open()) {
      Answer<PhoneStatus> answer = ask(telproof, Tally.PATIENCE);
      assertThat(answer).isInstanceOf(Answer.Known.class);
      assertThat(answer.receipt().earlier())
          .extracting(Attempt::failure, Attempt::charge)
          .containsOnly(tuple(Optional.of(FailureKind.UNAVAILABLE), Charge.FREE))
          .hasSize(2);
    }
    assertThat(apis.bill().requests()).isEqualTo(1);
    assertThat(apis.bill().charged()).isEqualTo(1);
    assertThat(tokenRequests()).isEqualTo(3);
  }

  @Test
  void where_one_operator_gives_no_token_the_next_one_of_the_route_is_asked_and_charges_once()
      throws IOException {
    String config =
        ONCE
            + configuration("first", Accounts.nobody())
            + configuration("second", tokens.endpoint())
            + "telproof.routes.phone-status = [first, second]";
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(config)).time(time).open()) {
      Answer<PhoneStatus> answer = ask(telproof, Tally.PATIENCE);
      assertThat(answer.receipt().provider()).isEqualTo("second");
      assertThat(answer.receipt().earlier()).extracting(Attempt::provider).containsExactly("first");
    }
    assertThat(apis.bill().requests()).isEqualTo(1);
    assertThat(apis.bill().charged()).isEqualTo(1);
  }
}
