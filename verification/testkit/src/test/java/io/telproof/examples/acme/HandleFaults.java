package io.telproof.examples.acme;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.CodeHandles;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.testkit.ReplyExamples;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;

/** Ways to take the handle of one code for that of another, or for none. */
final class HandleFaults {
  private static final Set<CheckType> CODES =
      Set.of(CheckType.CODE_DELIVERY, CheckType.CODE_VERIFICATION);

  private HandleFaults() {}

  static List<Fault> all() {
    return List.of(
        api(
            "CV-14",
            "a handle passed through as it is",
            PlainHandles::new,
            "passed with a number that ends in 1",
            "1 requests came to the answer ACCEPTED"),
        marked(
            "CV-14",
            "a mark that says nothing of the number",
            (key, number, handle) -> hmac(key, handle),
            String::equals,
            "of a number that ends in 1",
            "ACCEPTED"),
        marked(
            "CV-14",
            "a mark that says nothing of the handle",
            (key, number, handle) -> hmac(key, number),
            String::equals,
            "character 36 changed"),
        marked(
            "CV-14",
            "number and handle run together",
            (key, number, handle) -> hmac(key, number + handle),
            String::equals,
            "added to the number"),
        marked(
            "CV-14",
            "a mark compared by its beginning",
            (key, number, handle) -> hmac(key, number + "/" + handle),
            (mark, right) -> mark.length() >= 6 && right.startsWith(mark.substring(0, 6)),
            "character 7 changed"),
        marked(
            "CV-14",
            "one key for all accounts",
            (key, number, handle) -> hmac("telproof", number + "/" + handle),
            String::equals,
            "of another account"),
        api(
            "CV-14",
            "a handle that does not open left off",
            WithoutHandle::new,
            "came to the answer ACCEPTED"),
        answered(
            "CV-14",
            "a handle that does not open told as a failure",
            rejected -> {
              throw new VerificationException(
                  Failure.of(FailureKind.INVALID_REQUEST, "main", "code-check", "no such handle"));
            },
            "fails INVALID_REQUEST"),
        answered(
            "CV-14",
            "a handle that does not open booked as charged",
            rejected -> rejected.withReceipt(rejected.receipt().withCharge(Charge.CHARGED)),
            "REJECTED, CHARGED"),
        Fault.of(
            "CV-02",
            "handles opened that nobody gives",
            () -> BrokenHarness.examples(CheckType.CODE_VERIFICATION, HandleFaults::withoutSending),
            "it gives none: so every handle is REJECTED",
            "Offer CODE_DELIVERY too"),
        Fault.of(
            "CV-14",
            "no handle given, and the caller's passed on",
            () ->
                new BrokenHarness(
                    Set.of(CheckType.CODE_VERIFICATION),
                    PlainHandles::new,
                    InterposedMutant.HONEST),
            "gives no handle, but passes on"),
        api(
            "CV-15",
            "a handle in the path, whatever it is",
            (provider, settings, environment) ->
                new Encoding(
                    provider,
                    settings,
                    environment,
                    fields -> fields.computeIfPresent("handle", (key, handle) -> segment(handle))),
            "the handle «.» did not arrive as the vendor gave it; the vendor heard [",
            "No address can hold the segments «.» and «..»"),
        api(
            "CV-15",
            "the bound handle sent to the vendor",
            MarkOnTheWire::new,
            "did not arrive as the vendor gave it"),
        marked(
            "CV-15",
            "a handle cut at its last dot",
            (key, number, handle) -> hmac(key, number + "/" + handle),
            String::equals,
            OwnMark.AT_THE_LAST,
            "the handle «1.2.3»"),
        handles(
            "CV-16",
            "a key of each opening",
            (environment, credentials) -> {
              Credentials own = secret(UUID.randomUUID().toString());
              CodeHandles handles = environment.codeHandles("main", () -> own);
              return () -> handles;
            },
            "in another process"),
        handles(
            "CV-16",
            "the keys of the opening alone",
            (environment, credentials) -> {
              Credentials first = credentials.current();
              CodeHandles handles = environment.codeHandles("main", () -> first);
              return () -> handles;
            },
            "given after that, in another process"),
        handles(
            "CV-16",
            "the keys of now alone",
            (environment, credentials) -> () -> environment.codeHandles("main", credentials),
            "after the keys were changed"));
  }

  /** What comes of it in the path of an address. */
  private static String segment(Object handle) {
    HttpUrl url =
        HttpUrl.get("https://acme.example").newBuilder().addPathSegment((String) handle).build();
    return url.pathSegments().get(url.pathSize() - 1);
  }

  private static ReplyExamples withoutSending(ReplyExamples examples) {
    return new ReplyExamples(
        examples.entries().stream()
            .filter(entry -> entry.check() != CheckType.CODE_DELIVERY)
            .toList());
  }

  private static Fault api(String clause, String name, BrokenHarness.Api api, String... words) {
    return Fault.of(
        clause, name, () -> new BrokenHarness(CODES, api, InterposedMutant.HONEST), words);
  }

  /** What stands before the vendor's handle. */
  @FunctionalInterface
  private interface Mark {
    String of(String key, String number, String handle);
  }

  private static Fault marked(
      String clause, String name, Mark mark, BiPredicate<String, String> same, String... words) {
    return marked(clause, name, mark, same, OwnMark.AT_THE_FIRST, words);
  }

  private static Fault marked(
      String clause,
      String name,
      Mark mark,
      BiPredicate<String, String> same,
      Function<String, Integer> dot,
      String... words) {
    return api(
        clause,
        name,
        (provider, settings, environment) ->
            new OwnMark(provider, settings, environment, mark, same, dot),
        words);
  }

  private static Fault answered(
      String clause,
      String name,
      Function<Answer<CodeVerdict>, Answer<CodeVerdict>> change,
      String... words) {
    return api(
        clause,
        name,
        (provider, settings, environment) ->
            new AcmeApi(provider, settings, environment) {
              @Override
              Answer<CodeVerdict> open(
                  CodeClaim claim,
                  String operation,
                  Function<Optional<String>, Answer<CodeVerdict>> ask) {
                Answer<CodeVerdict> answer = super.open(claim, operation, ask);
                return unsent(answer) ? change.apply(answer) : answer;
              }
            },
        words);
  }

  private static boolean unsent(Answer<CodeVerdict> answer) {
    return answer instanceof Answer.Known<CodeVerdict> && answer.receipt().requestId().isEmpty();
  }

  /** What is made of the environment's handles. */
  @FunctionalInterface
  private interface HandleStore {
    Supplier<CodeHandles> of(ProviderEnvironment environment, CredentialsSource credentials);
  }

  private static Fault handles(String clause, String name, HandleStore keeping, String... words) {
    return api(
        clause,
        name,
        (provider, settings, environment) ->
            new AcmeApi(provider, settings, environment) {
              private final Supplier<CodeHandles> handles =
                  keeping.of(environment, environment.credentials(settings.credentials()));

              @Override
              Answer<CodeDispatch> bind(PhoneNumber number, Answer<CodeDispatch> sent) {
                return handles.get().bind(number, sent);
              }

              @Override
              Answer<CodeVerdict> open(
                  CodeClaim claim,
                  String operation,
                  Function<Optional<String>, Answer<CodeVerdict>> ask) {
                return handles.get().open(claim, operation, ask);
              }
            },
        words);
  }

  private static Credentials secret(String secret) {
    return Credentials.of(Sensitive.of("own"), Sensitive.of(secret));
  }

  private static final class PlainHandles extends AcmeApi {
    PlainHandles(String provider, AcmeSettings settings, ProviderEnvironment environment) {
      super(provider, settings, environment);
    }

    @Override
    Answer<CodeDispatch> bind(PhoneNumber number, Answer<CodeDispatch> sent) {
      return sent;
    }

    @Override
    Answer<CodeVerdict> open(
        CodeClaim claim, String operation, Function<Optional<String>, Answer<CodeVerdict>> ask) {
      return ask.apply(claim.handle());
    }
  }

  private static final class WithoutHandle extends AcmeApi {
    WithoutHandle(String provider, AcmeSettings settings, ProviderEnvironment environment) {
      super(provider, settings, environment);
    }

    @Override
    Answer<CodeVerdict> open(
        CodeClaim claim, String operation, Function<Optional<String>, Answer<CodeVerdict>> ask) {
      Answer<CodeVerdict> answer = super.open(claim, operation, ask);
      return unsent(answer) ? ask.apply(Optional.empty()) : answer;
    }
  }

  private static final class MarkOnTheWire extends AcmeApi {
    MarkOnTheWire(String provider, AcmeSettings settings, ProviderEnvironment environment) {
      super(provider, settings, environment);
    }

    @Override
    Answer<CodeVerdict> open(
        CodeClaim claim, String operation, Function<Optional<String>, Answer<CodeVerdict>> ask) {
      return super.open(claim, operation, handle -> ask.apply(claim.handle()));
    }
  }

  /** Binds by itself: a mark, a dot, the handle. */
  private static final class OwnMark extends AcmeApi {
    static final Function<String, Integer> AT_THE_FIRST = held -> held.indexOf('.');
    static final Function<String, Integer> AT_THE_LAST = held -> held.lastIndexOf('.');

    private final CredentialsSource credentials;
    private final Mark mark;
    private final BiPredicate<String, String> same;
    private final Function<String, Integer> dot;

    OwnMark(
        String provider,
        AcmeSettings settings,
        ProviderEnvironment environment,
        Mark mark,
        BiPredicate<String, String> same,
        Function<String, Integer> dot) {
      super(provider, settings, environment);
      this.credentials = environment.credentials(settings.credentials());
      this.mark = mark;
      this.same = same;
      this.dot = dot;
    }

    private String mark(PhoneNumber number, String handle) {
      return mark.of(credentials.current().secret().reveal(), number.e164(), handle);
    }

    @Override
    Answer<CodeDispatch> bind(PhoneNumber number, Answer<CodeDispatch> sent) {
      return sent instanceof Answer.Known<CodeDispatch> known
          ? new Answer.Known<>(
              new CodeDispatch(
                  known.value().handle().map(handle -> mark(number, handle) + "." + handle),
                  known.value().expiresAt()),
              known.receipt())
          : sent;
    }

    @Override
    Answer<CodeVerdict> open(
        CodeClaim claim, String operation, Function<Optional<String>, Answer<CodeVerdict>> ask) {
      String held = claim.handle().orElse("");
      int at = dot.apply(held);
      String handle = held.substring(at + 1);
      return at >= 0
              && same.test(held.substring(0, at), mark((PhoneNumber) claim.contact(), handle))
          ? ask.apply(Optional.of(handle))
          : new Answer.Known<>(
              CodeVerdict.REJECTED, Receipt.unsent("main", operation, Instant.now()));
    }
  }

  private static String hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
