package io.telproof.sandbox.twilio;

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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Twilio, as its pages describe it: keys checked by HTTP Basic, one package of Lookup v2 or one
 * operation of Verify v2 at a time, answers by the magic numbers of {@link Scenario}.
 *
 * <p>A question is let in, read, counted, and then answered, in this order; each step has its own
 * refusals. Thread-safe.
 */
public final class TwilioVendor implements Vendor {

  /** The key of the sandbox's account. Opens nothing anywhere else. */
  public static final TwilioCredentials CREDENTIALS =
      TwilioCredentials.of("SK5e1f0a7c5a11d0b05e1f0a7c5a11d0b0", "telproof-sandbox-api-secret");

  /** A second key of the same account, as there is one while keys are rotated. */
  public static final TwilioCredentials SECOND_CREDENTIALS =
      TwilioCredentials.of("SK5ec0d0000000000000000000000000d2", "telproof-sandbox-second-secret");

  /** A key of the same account that was deleted. */
  public static final TwilioCredentials REVOKED_CREDENTIALS =
      TwilioCredentials.of("SKdead0000000000000000000000000dd3", "telproof-sandbox-revoked-secret");

  /** A key of the same account that is good in Ireland alone. */
  public static final TwilioCredentials IE1_CREDENTIALS =
      new TwilioCredentials(
          "SK1e10000000000000000000000000ab14", "telproof-sandbox-ireland-secret", "ie1");

  /** The account's test credentials: for Twilio's own test numbers. */
  public static final TwilioCredentials TEST_CREDENTIALS =
      TwilioCredentials.of("AC7e570000000000000000000000000ef5", "telproof-sandbox-test-token");

  /** The account's service of Verify. */
  public static final String SERVICE_SID = "VA5e1f0a7c5a11d0b05e1f0a7c5a11d0b0";

  private static final Pattern LOOKUP = Pattern.compile("/v2/PhoneNumbers/([^/]+)");
  private static final Pattern VERIFY =
      Pattern.compile("/v2/Services/(VA[^/]*)/(Verifications|VerificationCheck)");

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String FIELDS = "Fields";

  private final TwilioSettings settings;
  private final KeyRing ring;
  private final Keys keys;
  private final KeyDiagnosis diagnosis;
  private final Map<String, Operation> packages;
  private final Operation sending;
  private final Operation checking;
  private final Limits limits;
  private final ContactMemory memory;

  /** The vendor with the sandbox's limits and keys. */
  public TwilioVendor() {
    this(TwilioSettings.defaults());
  }

  /**
   * The vendor as these settings have it.
   *
   * @param settings how strict it is, and whom it knows
   */
  public TwilioVendor(TwilioSettings settings) {
    this.settings = settings;
    this.ring = new KeyRing(settings.credentials().stream().map(TwilioCredentials::key).toList());
    if (ring.has(REVOKED_CREDENTIALS.sid())) {
      ring.revoke(REVOKED_CREDENTIALS.sid());
    }
    this.keys = new Keys(settings.credentials(), ring, settings.region());
    String region = settings.region();
    this.diagnosis = new KeyDiagnosis(settings.credentials(), ring, region);
    this.packages =
        Map.of(
            "line_status", new Lookup(new LineStatus(), region),
            "identity_match", new Lookup(new IdentityMatch(), region),
            "reassigned_number", new Lookup(new ReassignedNumber(), region),
            "sim_swap", new Lookup(new SimSwap(settings.swappedPeriod()), region));
    Verifications verifications = new Verifications(settings.codeLifetime());
    this.sending = new CreateVerification(settings.serviceSid(), verifications);
    this.checking = new CreateVerificationCheck(settings.serviceSid(), verifications);
    Map<String, Integer> perSecond = new LinkedHashMap<>();
    Stream.concat(packages.keySet().stream().sorted(), Stream.of(sending.name(), checking.name()))
        .forEach(operation -> perSecond.put(operation, settings.perSecond()));
    this.limits = new Limits(perSecond);
    this.memory = new ContactMemory(settings.daily());
  }

  @Override
  public String name() {
    return "twilio";
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
    String path = request.path();
    return LOOKUP.matcher(path).matches() || VERIFY.matcher(path).matches();
  }

  /**
   * What a request asks, as far as its path and its parameters tell.
   *
   * @param place the number, or the service
   */
  private record Asked(Operation operation, String place, Map<String, String> told) {}

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    return answered(request, now).explained(diagnosis.report(request));
  }

  private VendorReply answered(VendorRequest request, Instant now) {
    ReceivedRequest heard = ReceivedRequest.nothing(name(), "", false);
    try {
      TwilioCredentials key = keys.of(request);
      heard = ReceivedRequest.nothing(name(), "", true);
      Asked asked = asked(request);
      String operation = asked.operation().name();
      // What is refused was heard all the same, as a verification that nobody was given.
      heard = new ReceivedRequest(name(), operation, true, "", asked.told());
      String contact = asked.operation().contact(asked.place(), asked.told());
      heard = new ReceivedRequest(name(), operation, true, contact, asked.told());
      if (!limits.admit(operation, now).isZero()) {
        throw Refusal.throttled();
      }
      if (key.sid().equals(TEST_CREDENTIALS.sid())) {
        return carriedOut(TestNumbers.answer(operation, contact), heard);
      }
      return play(asked.operation(), question(asked, contact, now), heard);
    } catch (Refusal refusal) {
      return refused(refusal, heard);
    }
  }

  private static VendorReply play(Operation operation, Question question, ReceivedRequest heard) {
    Scenario scenario = question.scenario();
    try {
      refuse(question);
      return carriedOut(operation.answer(question), heard)
          .meeting(scenario.fault())
          .playing(scenario);
    } catch (Refusal refusal) {
      return refused(refusal, heard).playing(scenario);
    }
  }

  private Asked asked(VendorRequest request) throws Refusal {
    Matcher lookup = LOOKUP.matcher(request.path());
    if (lookup.matches()) {
      requireMethod(request, "GET");
      Map<String, String> told = Parameters.of(request.query());
      Operation operation = packages.get(told.getOrDefault(FIELDS, ""));
      if (operation == null) {
        throw Refusal.parameter(FIELDS);
      }
      return new Asked(operation, Parameters.segment(lookup.group(1)), told);
    }
    Matcher verify = VERIFY.matcher(request.path());
    if (!verify.matches() || !settings.region().equals("us1")) {
      throw Refusal.notFound();
    }
    requireMethod(request, "POST");
    if (!request.header("Content-Type").orElse("").startsWith(FORM)) {
      throw Refusal.parameter("To");
    }
    return new Asked(
        verify.group(2).equals("Verifications") ? sending : checking,
        verify.group(1),
        Parameters.of(request.bodyText()));
  }

  private static void requireMethod(VendorRequest request, String method) throws Refusal {
    if (!request.method().equals(method)) {
      throw new Refusal(405, 20004, "Method not allowed");
    }
  }

  private Question question(Asked asked, String contact, Instant now) {
    MagicNumber magic = MagicNumber.of(contact);
    Scenario scenario = memory.play(magic.scenario(), asked.operation().name(), contact, now);
    return new Question(contact, asked.told(), scenario, magic.digit(), now);
  }

  /** The scenarios in which every operation refuses. */
  private static void refuse(Question question) throws Refusal {
    switch (question.scenario()) {
      case THROTTLED -> {
        if (question.even()) {
          throw Refusal.throttled();
        }
      }
      case ARREARS, BILLING_STATUS, NOT_PERMITTED -> throw Refusal.unauthenticated();
      case UNLISTED_ERROR -> throw new Refusal(400, 60998, "Something new");
      case INTERNAL_ERROR, UNKNOWN_ERROR -> throw Refusal.internal();
      default -> {}
    }
  }

  private static VendorReply carriedOut(Answer answer, ReceivedRequest heard) {
    VendorReply reply =
        identified(
            VendorReply.json(answer.status(), answer.body().toString(), heard),
            answer.verdict(),
            answer.billing());
    return answer.refusal().map(reply::refusing).orElse(reply);
  }

  private static VendorReply refused(Refusal refusal, ReceivedRequest heard) {
    return identified(
            VendorReply.json(refusal.status(), refusal.body().toString(), heard),
            refusal.code(),
            Billing.FREE)
        .refusing(refusal.sentence());
  }

  /** With the id that no page has, and every reply. */
  private static VendorReply identified(VendorReply reply, String code, Billing billing) {
    String id = Verifications.id("RQ");
    return reply.billed(id, code, billing).with("Twilio-Request-Id", id);
  }
}
