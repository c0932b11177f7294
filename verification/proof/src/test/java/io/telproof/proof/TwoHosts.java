package io.telproof.proof;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.camara.CamaraSettings;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.spi.time.HandTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** An operator that is asked at one host, and gives its access tokens at another. */
final class TwoHosts implements AutoCloseable {
  /** One of the operator's. */
  static final PhoneNumber NUMBER = PhoneNumber.of(Scenario.PLAIN_GOOD.camaraNumber(3));

  private final HandTime time = new HandTime("2026-03-01T02:00:00Z");
  private final CamaraVendor operator =
      new CamaraVendor(CamaraSettings.defaults().credentials(List.of(Accounts.OPERATOR)));
  private final TokenHost host = new TokenHost(operator);
  private final TokenRecorder recorder = new TokenRecorder(host);
  private final Sandbox apis = Sandbox.start(SandboxOptions.of(operator).at(time::now));
  private final Sandbox tokens = Sandbox.start(SandboxOptions.of(recorder).at(time::now));

  HandTime time() {
    return time;
  }

  CamaraVendor operator() {
    return operator;
  }

  /** Where it is asked. */
  Sandbox apis() {
    return apis;
  }

  /** Where it gives tokens. */
  Sandbox tokens() {
    return tokens;
  }

  /** Has the second host say this to whoever asks for a token. */
  void says(int status, String body) {
    host.instead = reply -> VendorReply.json(status, body, reply.heard());
  }

  /** The tokens that were given out, to be looked for. */
  List<Canary> given() {
    return recorder.canaries();
  }

  long tokenRequests() {
    return tokens.heard().size();
  }

  /**
   * A provider of the operator.
   *
   * @param host where tokens are asked for
   */
  String configuration(String name, URI host) {
    return "telproof.providers."
        + name
        + " "
        + Accounts.camara("camara", apis.endpoint(), host, Accounts.OPERATOR);
  }

  static Answer<PhoneStatus> ask(Telproof telproof, Duration within) {
    return telproof.phoneStatus().check(NUMBER, CallContext.within(within));
  }

  /** Asks, and says what came of it, what it costs, and the vendor's code of a failure. */
  static String outcome(Telproof telproof, Duration within) {
    try {
      Answer<PhoneStatus> answer = ask(telproof, within);
      return (answer instanceof Answer.Known ? "KNOWN " : "UNKNOWN ") + answer.receipt().charge();
    } catch (VerificationException e) {
      return e.kind() + " " + e.charge() + e.vendorCode().map(code -> " " + code).orElse("");
    }
  }

  /** Asks once, so that there is a token. */
  void askedBefore(Telproof telproof) {
    String outcome = outcome(telproof, Tally.PATIENCE);
    if (!outcome.startsWith("KNOWN ")) {
      throw new IllegalStateException("the first question has no answer: " + outcome);
    }
  }

  @Override
  public void close() {
    tokens.close();
    apis.close();
  }

  /** Gives the operator's tokens, or says whatever it is told to. */
  private static final class TokenHost implements Vendor {
    private final Vendor operator;
    private volatile UnaryOperator<VendorReply> instead = UnaryOperator.identity();

    private TokenHost(Vendor operator) {
      this.operator = operator;
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
      return instead.apply(operator.answer(request, now));
    }
  }
}
