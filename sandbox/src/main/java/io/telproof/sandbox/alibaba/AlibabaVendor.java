package io.telproof.sandbox.alibaba;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Alibaba Cloud, as its pages describe it: signatures, the clock and nonces checked, limits kept,
 * answers by the magic numbers of {@link Scenario}.
 *
 * <p>A question is let in, counted, read, and then answered, in this order; each step has its own
 * refusals, in the envelope of the gateway or of the product. Thread-safe.
 */
public final class AlibabaVendor implements Vendor {

  /** The permanent key of the sandbox's account. Opens nothing anywhere else. */
  public static final AlibabaCredentials CREDENTIALS =
      new AlibabaCredentials("telproof-sandbox-id", "telproof-sandbox-secret", Optional.empty());

  /** A second key of the same account, as there is one while keys are rotated. */
  public static final AlibabaCredentials SECOND_CREDENTIALS =
      new AlibabaCredentials(
          "telproof-sandbox-second-id", "telproof-sandbox-second-secret", Optional.empty());

  /** A key of the same account that was switched off. */
  public static final AlibabaCredentials REVOKED_CREDENTIALS =
      new AlibabaCredentials(
          "telproof-sandbox-revoked-id", "telproof-sandbox-revoked-secret", Optional.empty());

  /** A temporary key of the same account, with the token it needs. Opens nothing anywhere else. */
  public static final AlibabaCredentials TEMPORARY_CREDENTIALS =
      new AlibabaCredentials(
          "STS.telproof-sandbox-id",
          "telproof-sandbox-temporary-secret",
          Optional.of("telproof-sandbox-token"));

  private static final List<Operation> OPERATIONS =
      List.of(
          new GetPreValidatePhoneId(),
          new MobileOnlineStatus(),
          new MobileOnlineTime(),
          new Mobile3MetaDetailVerify(),
          new Mobile2MetaVerify(),
          new MobileRecycledMetaVerify(),
          new SendSmsVerifyCode(),
          new CheckSmsVerifyCode());

  /** The products' codes of a request that was carried out. */
  private static final Set<String> DONE = Set.of("200", "OK");

  private final AlibabaSettings settings;
  private final KeyRing keys;
  private final Authenticator gatekeeper;
  private final Acs3Diagnosis diagnosis;
  private final Limits limits;
  private final ContactMemory repeats;

  /** The vendor with its published limits and the sandbox's keys. */
  public AlibabaVendor() {
    this(AlibabaSettings.published());
  }

  /**
   * The vendor as these settings have it.
   *
   * @param settings the accounts, the limits and the clock
   */
  public AlibabaVendor(AlibabaSettings settings) {
    this.settings = settings;
    this.keys = new KeyRing(settings.credentials().stream().map(AlibabaCredentials::key).toList());
    if (keys.has(REVOKED_CREDENTIALS.accessKeyId())) {
      keys.revoke(REVOKED_CREDENTIALS.accessKeyId());
    }
    this.gatekeeper = new Authenticator(settings, keys);
    this.diagnosis = new Acs3Diagnosis(settings.credentials(), keys);
    this.repeats = new ContactMemory(settings.daily());
    Map<String, Integer> perSecond = new LinkedHashMap<>();
    OPERATIONS.forEach(operation -> perSecond.put(operation.name(), operation.perSecond(settings)));
    this.limits = new Limits(perSecond);
  }

  @Override
  public String name() {
    return "alibaba";
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

  @Override
  public boolean speaks(VendorRequest request) {
    return request.header("x-acs-action").isPresent()
        || request.header("Authorization").orElse("").startsWith("ACS3-");
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    String action = request.header("x-acs-action").orElse("");
    ReceivedRequest heard = ReceivedRequest.nothing(name(), action, false);
    try {
      gatekeeper.admit(request, now);
    } catch (Refusal refusal) {
      return refused(refusal, request, heard)
          .explained(diagnosis.report(request, now, Optional.of(refusal)));
    }
    return admitted(action, request, now)
        .explained(diagnosis.report(request, now, Optional.empty()));
  }

  private VendorReply admitted(String action, VendorRequest request, Instant now) {
    ReceivedRequest heard = ReceivedRequest.nothing(name(), action, true);
    try {
      Operation operation = find(action, request);
      count(operation, now);
      Map<String, String> sent = parameters(request);
      String contact = sent.getOrDefault(operation.contact(), "");
      heard = new ReceivedRequest(name(), action, true, contact, sent);
      Optional<String> missing =
          operation.required().stream()
              .filter(name -> sent.getOrDefault(name, "").isEmpty())
              .findFirst();
      if (missing.isPresent()) {
        return reply(operation.missing(missing.get()), heard);
      }
      Question question = question(operation, sent, contact, now);
      return play(operation, question, request, heard);
    } catch (Refusal refusal) {
      return refused(refusal, request, heard);
    }
  }

  private static Operation find(String action, VendorRequest request) throws Refusal {
    String version = request.header("x-acs-version").orElse("");
    List<Operation> product =
        OPERATIONS.stream()
            .filter(operation -> operation.product().version().equals(version))
            .toList();
    if (product.isEmpty()) {
      throw new Refusal(400, "NoSuchVersion", "Specified version does not exist.");
    }
    if (!product.get(0).product().isAt(request.header("Host").orElse(""))) {
      throw new Refusal(404, "InvalidProduct.NotFound", "The host is not the product's.");
    }
    return product.stream()
        .filter(operation -> operation.name().equals(action))
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "InvalidApi.NotFound", "Specified api is not found."));
  }

  private void count(Operation operation, Instant now) throws Refusal {
    Duration wait = limits.admit(operation.name(), now);
    if (!wait.isZero()) {
      throw Refusal.throttled(wait);
    }
  }

  /** Query and form alike: the gateway takes both, whatever a page says. */
  private static Map<String, String> parameters(VendorRequest request) throws Refusal {
    Map<String, String> parameters = new TreeMap<>();
    String type = request.header("Content-Type").orElse("");
    for (Pairs.Pair pair : Pairs.decode(request.query()).pairs()) {
      parameters.put(pair.name(), pair.value());
    }
    if (type.startsWith("application/x-www-form-urlencoded")) {
      String form = new String(request.body(), StandardCharsets.UTF_8);
      for (Pairs.Pair pair : Pairs.decode(form).pairs()) {
        parameters.put(pair.name(), pair.value());
      }
    }
    return parameters;
  }

  private Question question(
      Operation operation, Map<String, String> sent, String contact, Instant now) {
    MagicNumber magic = MagicNumber.of(contact);
    Question asked = new Question(sent, magic.scenario(), magic.digit());
    Scenario scenario =
        operation.wellFormed(asked)
            ? repeats.play(magic.scenario(), operation.name(), contact, now)
            : Scenario.WRONG_NUMBER;
    return new Question(sent, scenario, magic.digit());
  }

  private static VendorReply play(
      Operation operation, Question question, VendorRequest request, ReceivedRequest heard) {
    try {
      return carryOut(operation, question, heard).playing(question.scenario());
    } catch (Refusal refusal) {
      return refused(refusal, request, heard).playing(question.scenario());
    }
  }

  private static VendorReply carryOut(Operation operation, Question question, ReceivedRequest heard)
      throws Refusal {
    if (question.scenario() == Scenario.THROTTLED) {
      throw operation.throttled();
    }
    Gateway.refuse(question.scenario());
    return reply(operation.answer(question), heard).meeting(question.scenario().fault());
  }

  private static VendorReply reply(Answer answer, ReceivedRequest heard) {
    String requestId = answer.requestIdInBody() ? requestId() : "";
    ObjectNode body = answer.body();
    if (answer.requestIdInBody()) {
      body.put("RequestId", requestId);
    }
    VendorReply reply =
        VendorReply.json(answer.status(), body.toString(), heard)
            .billed(requestId, answer.code(), answer.billing());
    return DONE.contains(body.path("Code").asText())
        ? reply
        : reply.refusing(body.path("Message").asText());
  }

  private static VendorReply refused(
      Refusal refusal, VendorRequest request, ReceivedRequest heard) {
    String requestId = requestId();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("RequestId", requestId).put("HostId", request.header("Host").orElse(""));
    body.put("Code", refusal.code()).put("Message", refusal.sentence());
    body.put("Recommend", "https://api.aliyun.com/troubleshoot?q=" + refusal.code());
    if (refusal.status() == 403) {
      body.putObject("AccessDeniedDetail").put("AuthAction", heard.operation());
    }
    VendorReply reply =
        VendorReply.json(refusal.status(), body.toString(), heard)
            .billed(requestId, refusal.code(), Billing.FREE)
            .refusing(refusal.sentence());
    long millis = refusal.retryAfter().plusNanos(999_999).toMillis();
    return millis > 0 ? reply.with("x-acs-retry-after", Long.toString(millis)) : reply;
  }

  private static String requestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(Locale.ROOT);
  }
}
