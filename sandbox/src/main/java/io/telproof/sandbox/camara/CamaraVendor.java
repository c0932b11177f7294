package io.telproof.sandbox.camara;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.ContactMemory;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.Limits;
import io.telproof.sandbox.MagicNumber;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A CAMARA (GSMA Open Gateway) operator, as the API descriptions and the test definitions of CAMARA
 * describe one: access tokens given out and checked, limits kept, answers by the magic numbers of
 * {@link Scenario}.
 *
 * <p>A question is let in, counted, read, and then answered, in this order; each step has its own
 * refusals. CAMARA does not speak of money: this operator charges each answer of status 200 or 204
 * and nothing else. Token exchanges are neither charged nor counted. Thread-safe.
 */
public final class CamaraVendor implements Vendor {

  /** The client of the sandbox's account. Opens nothing anywhere else. */
  public static final CamaraCredentials CREDENTIALS =
      CamaraCredentials.of("telproof-sandbox-client", "telproof-sandbox-client-secret");

  /** A second client of the same account, as there is one while keys are rotated. */
  public static final CamaraCredentials SECOND_CREDENTIALS =
      CamaraCredentials.of("telproof-sandbox-second-client", "telproof-sandbox-second-secret");

  /** A client of the same account that was switched off. */
  public static final CamaraCredentials REVOKED_CREDENTIALS =
      CamaraCredentials.of("telproof-sandbox-revoked-client", "telproof-sandbox-revoked-secret");

  /** An operator knows its own numbers alone. No country has this calling code. */
  private static final String OWN_NUMBERS = "+990";

  private static final MagicNumber ANOTHER_OPERATORS = new MagicNumber(Scenario.NOT_COVERED, 0);

  private static final String CORRELATOR = "x-correlator";
  private static final Pattern CORRELATORS = Pattern.compile("[a-zA-Z0-9-_:;./<>{}]{0,256}");
  static final Pattern BEARER = Pattern.compile("bearer +(\\S+)", Pattern.CASE_INSENSITIVE);
  private static final List<String> ACCEPTED = List.of("application/json", "application/*", "*/*");
  private static final Pattern API =
      Pattern.compile(
          "/(?:subscription-status|kyc-tenure|kyc-match|one-time-password-sms"
              + "|device-reachability-status|number-recycling|sim-swap)/.*");

  private final CamaraSettings settings;
  private final KeyRing keys;
  private final Clients clients;
  private final AccessTokens tokens = new AccessTokens();
  private final TokenEndpoint tokenEndpoint;
  private final List<Operation> operations;
  private final Limits limits;
  private final ContactMemory memory;

  /** The operator with the sandbox's limits and clients. */
  public CamaraVendor() {
    this(CamaraSettings.defaults());
  }

  /**
   * The operator as these settings have it.
   *
   * @param settings the accounts, the limits and the clock
   * @throws IllegalArgumentException if a client's public key cannot be read
   */
  public CamaraVendor(CamaraSettings settings) {
    this.settings = settings;
    this.keys = new KeyRing(settings.credentials().stream().map(CamaraCredentials::key).toList());
    if (keys.has(REVOKED_CREDENTIALS.clientId())) {
      keys.revoke(REVOKED_CREDENTIALS.clientId());
    }
    this.clients = new Clients(settings.credentials(), keys);
    SentCodes codes = new SentCodes(settings.codeLifetime(), settings.attempts());
    this.operations =
        List.of(
            new RetriveSubscriptionStatus(),
            new GetReachabilityStatus(),
            new CheckTenure(),
            new KycMatch(),
            new SendCode(codes),
            new ValidateCode(codes),
            new CheckNumberRecycling(),
            new CheckSimSwap(),
            new RetrieveSimSwapDate());
    this.tokenEndpoint =
        new TokenEndpoint(
            name(),
            settings.tokenLifetime(),
            clients,
            new Scopes(
                operations.stream()
                    .flatMap(each -> each.scopes().stream())
                    .collect(Collectors.toUnmodifiableSet())),
            tokens);
    Map<String, Integer> perSecond = new LinkedHashMap<>();
    operations.forEach(operation -> perSecond.put(operation.name(), settings.perSecond()));
    this.limits = new Limits(perSecond);
    this.memory = new ContactMemory(settings.daily());
  }

  @Override
  public String name() {
    return "camara";
  }

  @Override
  public Duration clockOffset() {
    return settings.clockOffset();
  }

  @Override
  public KeyRing keys() {
    return keys;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  /** Ends every access token that was given out; whoever comes with one is not let in any more. */
  public void revokeTokens() {
    tokens.revokeAll();
  }

  @Override
  public boolean speaks(VendorRequest request) {
    String path = request.path();
    return path.equals(TokenEndpoint.PATH) || API.matcher(path).matches();
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    if (request.path().equals(TokenEndpoint.PATH)) {
      return tokenEndpoint.answer(request, now);
    }
    Optional<Operation> asked =
        operations.stream().filter(each -> each.paths().contains(request.path())).findFirst();
    return answer(asked, request, now)
        .explained(
            new AccessTokenDiagnosis(tokens, clients)
                .report(request, asked.map(Operation::scopes).orElse(Set.of()), now));
  }

  private VendorReply answer(Optional<Operation> asked, VendorRequest request, Instant now) {
    String operationName = asked.map(Operation::name).orElse("");
    ReceivedRequest heard = ReceivedRequest.nothing(name(), operationName, false);
    try {
      Operation operation =
          asked.orElseThrow(() -> new Refusal(404, "NOT_FOUND", "There is no such resource."));
      if (!request.method().equals("POST")) {
        throw new Refusal(405, "METHOD_NOT_ALLOWED", "The method is expected to be POST.");
      }
      AccessToken token = token(request, now);
      heard = ReceivedRequest.nothing(name(), operation.name(), true);
      admit(operation, token, request, now);
      ObjectNode body = Body.read(request);
      // What is refused was heard all the same, as an authenticationId that nobody was given.
      heard = new ReceivedRequest(name(), operation.name(), true, "", Body.leaves(body));
      Body.check(body, operation.properties());
      String number = operation.number(body, token.number());
      heard = new ReceivedRequest(name(), operation.name(), true, number, heard.fields());
      return play(operation, question(operation, body, number, now), request, heard);
    } catch (Refusal refusal) {
      return refused(refusal, request, heard);
    }
  }

  private AccessToken token(VendorRequest request, Instant now) throws Refusal {
    return request
        .header("Authorization")
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .flatMap(bearer -> tokens.find(bearer.group(1), now))
        .filter(token -> clients.accepts(token.clientId()))
        .orElseThrow(Refusal::unauthenticated);
  }

  private void admit(Operation operation, AccessToken token, VendorRequest request, Instant now)
      throws Refusal {
    if (Collections.disjoint(token.scopes(), operation.scopes())) {
      throw Refusal.notPermitted();
    }
    if (!CORRELATORS.matcher(request.header(CORRELATOR).orElse("")).matches()) {
      throw Refusal.argument("The header x-correlator is wrong.");
    }
    if (!request.headers("Accept").stream().allMatch(CamaraVendor::acceptsJson)) {
      throw new Refusal(406, "NOT_ACCEPTABLE", "The answer is application/json.");
    }
    if (!limits.admit(operation.name(), now).isZero()) {
      throw Refusal.throttled();
    }
  }

  private static boolean acceptsJson(String accept) {
    return Arrays.stream(accept.split(","))
        .map(range -> range.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
        .anyMatch(ACCEPTED::contains);
  }

  private Question question(Operation operation, ObjectNode body, String number, Instant now) {
    MagicNumber magic = number.startsWith(OWN_NUMBERS) ? MagicNumber.of(number) : ANOTHER_OPERATORS;
    Scenario scenario = memory.play(magic.scenario(), operation.name(), number, now);
    return new Question(body, number, scenario, magic.digit(), now);
  }

  private static VendorReply play(
      Operation operation, Question question, VendorRequest request, ReceivedRequest heard) {
    try {
      return carryOut(operation, question, request, heard).playing(question.scenario());
    } catch (Refusal refusal) {
      return refused(refusal, request, heard).playing(question.scenario());
    }
  }

  private static VendorReply carryOut(
      Operation operation, Question question, VendorRequest request, ReceivedRequest heard)
      throws Refusal {
    CommonRefusals.refuse(operation, question);
    Answer answer = operation.answer(question);
    VendorReply reply =
        new VendorReply(
            answer.status(),
            answer.status() == 204
                ? List.of()
                : List.of(new Header("Content-Type", "application/json")),
            answer.text(),
            heard,
            correlator(request),
            answer.verdict(),
            Billing.CHARGED,
            question.scenario().fault());
    return correlated(reply, request);
  }

  private static VendorReply refused(
      Refusal refusal, VendorRequest request, ReceivedRequest heard) {
    VendorReply reply =
        VendorReply.json(refusal.status(), refusal.body().toString(), heard)
            .billed(correlator(request), refusal.code(), Billing.FREE)
            .refusing(refusal.sentence());
    return correlated(refusal.status() == 405 ? reply.with("Allow", "POST") : reply, request);
  }

  private static VendorReply correlated(VendorReply reply, VendorRequest request) {
    String correlator = correlator(request);
    return correlator.isEmpty() ? reply : reply.with(CORRELATOR, correlator);
  }

  /** What the caller calls this request by; empty where it calls it nothing, or wrongly. */
  private static String correlator(VendorRequest request) {
    return request
        .header(CORRELATOR)
        .filter(value -> CORRELATORS.matcher(value).matches())
        .orElse("");
  }
}
