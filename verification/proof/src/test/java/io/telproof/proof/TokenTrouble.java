package io.telproof.proof;

import io.telproof.client.Telproof;
import io.telproof.sandbox.Fault;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is wrong with an operator's access tokens, and what is expected then. */
enum TokenTrouble {
  NOTHING("KNOWN UNSTATED", 1, 1, 1),
  NOTHING_AND_A_TOKEN_IS_THERE("KNOWN UNSTATED", 1, 1, 0) {
    @Override
    void happen(TwoHosts hosts, Telproof telproof) {
      hosts.askedBefore(telproof);
    }
  },
  /** The refusal is free and certain, so that the question is put once more. */
  TOKEN_REVOKED("KNOWN UNSTATED", 2, 1, 1) {
    @Override
    void happen(TwoHosts hosts, Telproof telproof) {
      hosts.askedBefore(telproof);
      hosts.operator().revokeTokens();
    }
  },
  TOKEN_EXPIRED("KNOWN UNSTATED", 1, 1, 1) {
    @Override
    void happen(TwoHosts hosts, Telproof telproof) {
      hosts.askedBefore(telproof);
      hosts.time().advance(Duration.ofMinutes(61));
    }
  },
  TOKENS_THAT_THE_OPERATOR_DOES_NOT_KNOW("UNAUTHORIZED FREE UNAUTHENTICATED", 2, 0, 2) {
    @Override
    void happen(TwoHosts hosts, Telproof telproof) {
      hosts.says(200, "{\"access_token\":\"Tq84-made-up-Zx31\",\"expires_in\":3600}");
    }
  },
  CLIENT_SWITCHED_OFF("UNAUTHORIZED FREE invalid_client", 0, 0, 1) {
    @Override
    void happen(TwoHosts hosts, Telproof telproof) {
      hosts.operator().keys().revoke(Accounts.OPERATOR.clientId());
    }
  },
  /** A token that is there serves until somebody refuses it. */
  CLIENT_SWITCHED_OFF_LATER("UNAUTHORIZED FREE invalid_client", 1, 0, 1) {
    @Override
    void happen(TwoHosts hosts, Telproof telproof) {
      hosts.askedBefore(telproof);
      hosts.operator().keys().revoke(Accounts.OPERATOR.clientId());
    }
  },
  NOBODY_LISTENS("UNAVAILABLE FREE", 0, 0, 0) {
    @Override
    URI host(TwoHosts hosts) throws IOException {
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

  final String expected;
  final int seen;
  final int charged;
  final int tokenRequests;
  private final @Nullable Fault fault;
  private final @Nullable String body;
  private final int status;

  /**
   * Something else.
   *
   * @param expected what comes of the question, what it costs, and the vendor's code
   * @param seen how many questions the operator sees, and how many of them it charges
   */
  TokenTrouble(String expected, int seen, int charged, int tokenRequests) {
    this.expected = expected;
    this.seen = seen;
    this.charged = charged;
    this.tokenRequests = tokenRequests;
    this.fault = null;
    this.body = null;
    this.status = 0;
  }

  /** A token is asked for, and the question is not put. */
  TokenTrouble(@Nullable Fault fault, int status, @Nullable String body, String expected) {
    this.expected = expected;
    this.seen = 0;
    this.charged = 0;
    this.tokenRequests = 1;
    this.fault = fault;
    this.body = body;
    this.status = status;
  }

  TokenTrouble(Fault fault, String expected) {
    this(fault, 0, null, expected);
  }

  TokenTrouble(int status, String body, String expected) {
    this(null, status, body, expected);
  }

  URI host(TwoHosts hosts) throws IOException {
    return hosts.tokens().endpoint();
  }

  void happen(TwoHosts hosts, Telproof telproof) {
    if (fault != null) {
      hosts.tokens().faults().nextTokenExchange(fault);
    }
    if (body != null) {
      hosts.says(status, body.formatted(Accounts.OPERATOR.clientSecret(), TwoHosts.NUMBER.e164()));
    }
  }
}
