package io.telproof.sandbox.tencent;

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
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tencent Cloud, as its pages describe it: signatures and the clock checked, limits kept, answers
 * by the magic numbers of {@link Scenario}.
 *
 * <p>A question is let in, counted, read, and then answered, in this order; each step has its own
 * refusals, as an {@code Error} in a reply of status 200. Thread-safe.
 */
public final class TencentVendor implements Vendor {

  /** The permanent key of the sandbox's account. Opens nothing anywhere else. */
  public static final TencentCredentials CREDENTIALS =
      new TencentCredentials(
          "AKIDtelproofsandbox", "telproof-sandbox-secret-key", Optional.empty());

  /** A second key of the same account, as there is one while keys are rotated. */
  public static final TencentCredentials SECOND_CREDENTIALS =
      new TencentCredentials(
          "AKIDtelproofsandboxsecond", "telproof-sandbox-second-secret-key", Optional.empty());

  /** A key of the same account that was switched off. */
  public static final TencentCredentials REVOKED_CREDENTIALS =
      new TencentCredentials(
          "AKIDtelproofsandboxrevoked", "telproof-sandbox-revoked-secret-key", Optional.empty());

  /** A temporary key of the same account, with the token it needs. Opens nothing anywhere else. */
  public static final TencentCredentials TEMPORARY_CREDENTIALS =
      new TencentCredentials(
          "AKIDtelproofsandboxtemporary",
          "telproof-sandbox-temporary-secret-key",
          Optional.of("telproof-sandbox-token"));

  private static final List<Action> ACTIONS =
      List.of(
          new MobileStatus(),
          new MobileNetworkTimeVerification(),
          new PhoneVerification(),
          new CheckPhoneAndName(),
          new SendPhoneEmailCode(Site.INTL),
          new CreatePhoneEmail(Site.INTL),
          new SendPhoneEmailCode(Site.MAINLAND),
          new CreatePhoneEmail(Site.MAINLAND));

  private final TencentSettings settings;
  private final KeyRing keys;
  private final Authenticator gatekeeper;
  private final Tc3Diagnosis diagnosis;
  private final Limits limits;
  private final ContactMemory repeats;

  /** The vendor with its published limits and the sandbox's keys. */
  public TencentVendor() {
    this(TencentSettings.published());
  }

  /**
   * The vendor as these settings have it.
   *
   * @param settings the accounts, the limits and the clock
   */
  public TencentVendor(TencentSettings settings) {
    this.settings = settings;
    this.keys = new KeyRing(settings.credentials().stream().map(TencentCredentials::key).toList());
    if (keys.has(REVOKED_CREDENTIALS.secretId())) {
      keys.revoke(REVOKED_CREDENTIALS.secretId());
    }
    this.gatekeeper = new Authenticator(settings, keys);
    this.diagnosis = new Tc3Diagnosis(settings.credentials(), keys);
    Map<String, Integer> perSecond = new LinkedHashMap<>();
    ACTIONS.forEach(action -> perSecond.put(action.name(), settings.perSecond()));
    this.limits = new Limits(perSecond);
    this.repeats = new ContactMemory(settings.daily());
  }

  @Override
  public String name() {
    return "tencent";
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
    return request.header("X-TC-Action").isPresent()
        || request.header("Authorization").orElse("").startsWith("TC3-");
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    String action = request.header("X-TC-Action").orElse("");
    ReceivedRequest heard = ReceivedRequest.nothing(name(), action, false);
    String service;
    try {
      service = gatekeeper.admit(request, now);
    } catch (Refusal refusal) {
      return refused(refusal, heard)
          .explained(diagnosis.report(request, now, Optional.of(refusal)));
    }
    return admitted(service, action, request, now)
        .explained(diagnosis.report(request, now, Optional.empty()));
  }

  private VendorReply admitted(String service, String action, VendorRequest request, Instant now) {
    ReceivedRequest heard = ReceivedRequest.nothing(name(), action, true);
    try {
      Site site = Site.of(request.header("Host").orElse(""), settings.site());
      Action known = find(service, request, site);
      if (!limits.admit(known.name(), now).isZero()) {
        throw CommonRefusals.throttled();
      }
      ObjectNode sent =
          Unsealer.plain(Parameters.read(request, known.parameters(site)), known.encryptable());
      heard =
          new ReceivedRequest(
              name(), action, true, sent.path(known.contact()).asText(), Parameters.leaves(sent));
      return play(known, question(known, sent, site, request, now), heard);
    } catch (Refusal refusal) {
      return refused(refusal, heard);
    }
  }

  private static Action find(String service, VendorRequest request, Site site) throws Refusal {
    boolean anyProduct = Site.isFirstLabel(service, request.header("Host").orElse(""));
    List<Action> product =
        ACTIONS.stream().filter(action -> anyProduct || action.service().equals(service)).toList();
    if (product.isEmpty()) {
      throw new Refusal("NoSuchProduct", "The product does not exist.");
    }
    String name = needed(request, "X-TC-Action");
    String version = needed(request, "X-TC-Version");
    if (product.stream().noneMatch(action -> action.version().equals(version))) {
      throw new Refusal("NoSuchVersion", "The API version does not exist.");
    }
    return product.stream()
        .filter(action -> action.version().equals(version) && action.name().equals(name))
        .filter(action -> action.on(site))
        .findFirst()
        .orElseThrow(() -> new Refusal("InvalidAction", "The API does not exist."));
  }

  private static String needed(VendorRequest request, String header) throws Refusal {
    Optional<String> value = request.header(header);
    if (value.isEmpty()) {
      throw new Refusal("MissingParameter", "The header " + header + " is missing.");
    }
    return value.get();
  }

  private Question question(
      Action action, ObjectNode sent, Site site, VendorRequest request, Instant now) {
    boolean chinese =
        request
            .header("X-TC-Language")
            .map(language -> language.startsWith("zh"))
            .orElse(site == Site.MAINLAND);
    String contact = sent.path(action.contact()).asText();
    MagicNumber magic = MagicNumber.of(contact);
    Question asked = new Question(sent, magic.scenario(), magic.digit(), site, chinese);
    Scenario scenario =
        action.wellFormed(asked)
            ? repeats.play(magic.scenario(), action.name(), contact, now)
            : Scenario.WRONG_NUMBER;
    return new Question(sent, scenario, magic.digit(), site, chinese);
  }

  private static VendorReply play(Action action, Question question, ReceivedRequest heard) {
    try {
      return carryOut(action, question, heard).playing(question.scenario());
    } catch (Refusal refusal) {
      return refused(refusal, heard).playing(question.scenario());
    }
  }

  private static VendorReply carryOut(Action action, Question question, ReceivedRequest heard)
      throws Refusal {
    CommonRefusals.refuse(question.scenario(), action);
    Verdict verdict = action.answer(question);
    String requestId = requestId();
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ObjectNode response = reply.putObject("Response");
    response.setAll(verdict.fields());
    response.put("RequestId", requestId);
    return VendorReply.json(200, reply.toString(), heard)
        .billed(requestId, verdict.code(), verdict.billing())
        .meeting(question.scenario().fault());
  }

  private static VendorReply refused(Refusal refusal, ReceivedRequest heard) {
    String requestId = requestId();
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ObjectNode response = reply.putObject("Response");
    response.putObject("Error").put("Code", refusal.code()).put("Message", refusal.sentence());
    response.put("RequestId", requestId);
    return VendorReply.json(200, reply.toString(), heard)
        .billed(requestId, refusal.code(), Billing.FREE)
        .refusing(refusal.sentence());
  }

  private static String requestId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
