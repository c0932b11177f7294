package io.telproof.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.ContactMemory;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Meta, as its pages describe it: the pool of pre-verified numbers of one business, behind a token
 * and, where the app has one, its proof; answers by the magic numbers of {@link Scenario}.
 *
 * <p>A question is let in, read, counted, and then answered, in this order; each step has its own
 * refusals. Thread-safe.
 */
public final class MetaVendor implements Vendor {

  /** The business that holds the pool. */
  public static final String BUSINESS_ID = "5745365898905";

  /** The secret of the app that all tokens are made for. */
  public static final String APP_SECRET = "telproof-sandbox-app-secret";

  /** The token of the sandbox's account. Opens nothing anywhere else. */
  public static final MetaCredentials CREDENTIALS =
      new MetaCredentials("system-user", "EAAtelproofSandboxToken");

  /** A second token of the same account, as there is one while tokens are rotated. */
  public static final MetaCredentials SECOND_CREDENTIALS =
      new MetaCredentials("second-system-user", "EAAtelproofSandboxSecondToken");

  /** A token of the same account that was revoked. */
  public static final MetaCredentials REVOKED_CREDENTIALS =
      new MetaCredentials("revoked-system-user", "EAAtelproofSandboxRevokedToken");

  private static final String OPERATION = "preverified_numbers";
  private static final String STATUS = "code_verification_status";

  /** The version may be left out. */
  private static final Pattern POOL =
      Pattern.compile("(?:/v[0-9]+\\.[0-9]+)?/([0-9]+)/" + OPERATION);

  private final MetaSettings settings;
  private final KeyRing ring;
  private final Tokens tokens;
  private final TokenDiagnosis diagnosis;
  private final Limits limits;
  private final ContactMemory memory;

  /** The vendor with the sandbox's limits and tokens. */
  public MetaVendor() {
    this(MetaSettings.defaults());
  }

  /**
   * The vendor as these settings have it.
   *
   * @param settings how strict it is, and whom it knows
   */
  public MetaVendor(MetaSettings settings) {
    this.settings = settings;
    this.ring = new KeyRing(settings.credentials().stream().map(MetaCredentials::key).toList());
    if (ring.has(REVOKED_CREDENTIALS.user())) {
      ring.revoke(REVOKED_CREDENTIALS.user());
    }
    this.tokens = new Tokens(settings.credentials(), ring, APP_SECRET, settings.proofRequired());
    this.diagnosis =
        new TokenDiagnosis(settings.credentials(), ring, APP_SECRET, settings.proofRequired());
    this.limits = new Limits(Map.of(OPERATION, settings.perSecond()));
    this.memory = new ContactMemory(settings.daily());
  }

  @Override
  public String name() {
    return "meta";
  }

  @Override
  public Duration clockOffset() {
    return settings.clockOffset();
  }

  @Override
  public KeyRing keys() {
    return ring;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return POOL.matcher(request.path()).matches();
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    return answered(request, now).explained(diagnosis.report(request));
  }

  private VendorReply answered(VendorRequest request, Instant now) {
    ReceivedRequest heard = ReceivedRequest.nothing(name(), OPERATION, false);
    try {
      Query query = Query.of(request.query());
      tokens.admit(request, query);
      heard =
          new ReceivedRequest(name(), OPERATION, true, query.number().orElse(""), query.question());
      requirePool(request);
      if (!limits.admit(OPERATION, now).isZero()) {
        throw Refusal.throttled();
      }
      return answer(request, query, heard, now);
    } catch (Refusal refusal) {
      return refused(refusal, heard);
    }
  }

  private static VendorReply refused(Refusal refusal, ReceivedRequest heard) {
    String trace = trace();
    VendorReply reply =
        VendorReply.json(refusal.status(), refusal.body(trace).toString(), heard)
            .refusing(refusal.sentence());
    return identified(reply, trace, refusal.code(), Billing.FREE);
  }

  private static void requirePool(VendorRequest request) throws Refusal {
    Matcher pool = POOL.matcher(request.path());
    if (!pool.matches() || !pool.group(1).equals(BUSINESS_ID)) {
      throw Refusal.business();
    }
    if (!request.method().equals("GET")) {
      throw Refusal.of(
          400, 3, "(#3) Application does not have the capability to make this API call.");
    }
  }

  private VendorReply answer(VendorRequest request, Query query, ReceivedRequest heard, Instant now)
      throws Refusal {
    Optional<String> status = query.status();
    List<String> fields = query.fields();
    int size = Math.min(query.limit(), settings.largestPage());
    int from = query.after();
    String self = "https://graph.facebook.com" + request.path();
    if (query.number().isEmpty()) {
      return read(Pool.page(Pool.all(status), from, size, fields, self), heard);
    }
    String number = query.number().get();
    MagicNumber magic = Pool.magic(number);
    Scenario scenario = memory.play(magic.scenario(), OPERATION, number, now);
    try {
      refuse(scenario, magic.digit());
    } catch (Refusal refusal) {
      return refused(refusal, heard).playing(scenario);
    }
    List<ObjectNode> entries = Pool.entry(number, scenario, status).stream().toList();
    return read(Pool.page(entries, from, size, fields, self), heard)
        .meeting(scenario.fault())
        .playing(scenario);
  }

  private static VendorReply read(ObjectNode page, ReceivedRequest heard) {
    String verdict = page.path("data").size() == 1 ? page.at("/data/0/" + STATUS).asText() : "";
    return identified(
        VendorReply.json(200, page.toString(), heard), trace(), verdict, Billing.UNSTATED);
  }

  /** The scenarios in which the pool is not looked at. */
  private static void refuse(Scenario scenario, int digit) throws Refusal {
    switch (scenario) {
      case WRONG_NUMBER -> throw Refusal.parameter("phone_number");
      case BUSY -> throw Refusal.of(503, 2, "(#2) Service temporarily unavailable");
      case THROTTLED ->
          throw switch (digit % 4) {
            case 1 -> Refusal.of(400, 17, "(#17) User request limit reached");
            case 2 -> Refusal.of(400, 341, "(#341) Feature temporarily blocked");
            case 3 -> Refusal.of(400, 80008, "(#80008) There have been too many calls.");
            default -> Refusal.throttled();
          };
      case ARREARS, BILLING_STATUS ->
          throw Refusal.of(400, 368, "The action is deemed abusive or is otherwise disallowed.");
      case NOT_ACTIVATED_SERVICE ->
          throw Refusal.of(
              400, 3, "(#3) Application does not have the capability to make this API call.");
      case NOT_PERMITTED ->
          throw digit % 2 == 0
              ? Refusal.of(403, 200, "(#200) Permissions error")
              : Refusal.of(403, 10, "(#10) Permission denied");
      case ACCOUNT_UNVERIFIED -> throw Refusal.business();
      case UNLISTED_ERROR -> throw Refusal.of(400, 60998, "Something new");
      case INTERNAL_ERROR, UNKNOWN_ERROR -> throw Refusal.of(500, 1, "An unknown error occurred");
      default -> {}
    }
  }

  /** With the id that stands in an error, and in practice in a header of every reply. */
  private static VendorReply identified(
      VendorReply reply, String trace, String code, Billing billing) {
    return reply.billed(trace, code, billing).with("x-fb-trace-id", trace);
  }

  private static String trace() {
    return "A"
        + ThreadLocalRandom.current()
            .ints(22, 0, 26)
            .mapToObj(letter -> Character.toString('a' + letter))
            .collect(Collectors.joining());
  }
}
