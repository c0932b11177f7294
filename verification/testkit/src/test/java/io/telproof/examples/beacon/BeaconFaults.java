package io.telproof.examples.beacon;

import io.telproof.Answer;
import io.telproof.Sensitive;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.examples.acme.Fault;
import io.telproof.examples.acme.InterposedMutant;
import io.telproof.examples.acme.MendableHarness;
import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.Request;
import org.slf4j.LoggerFactory;

/** Ways to get wrong what Beacon has and Acme has not. */
public final class BeaconFaults {
  /** The families of clauses that Beacon is held to. */
  public static final List<String> FAMILIES =
      List.of("TE", "CD", "CV", "WI", "QK", "SE", "SC", "LI", "TO");

  private static final Set<String> PERSONAL = Set.of("TE", "WI", "QK", "SC", "LI", "TO");

  private BeaconFaults() {}

  /** Nothing wrong, in a family: Beacon, and Beacon with tokens about one person each. */
  public static List<MendableHarness> none(String family) {
    return PERSONAL.contains(family)
        ? List.of(new BeaconHarness(), new PersonalHarness())
        : List.of(new BeaconHarness());
  }

  /** All of them. */
  public static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    all.addAll(TokenFaults.all());
    all.addAll(secrets());
    all.addAll(elsewhere());
    return all;
  }

  private static List<Fault> secrets() {
    return List.of(
        TokenFaults.authorizer(
            "SC-02",
            "the token at INFO with each question",
            right ->
                new OtherAuthorizer(right) {
                  @Override
                  public Request authorize(Request request, Sensitive token) {
                    LoggerFactory.getLogger("beacon").info("asking with {}", token.reveal());
                    return super.authorize(request, token);
                  }
                },
            "token 1 that the vendor gave"),
        TokenFaults.authorizer(
            "SC-01",
            "the client's secret in a question",
            right ->
                new OtherAuthorizer(right) {
                  @Override
                  public Request authorize(Request request, Sensitive token) {
                    return super.authorize(request, token)
                        .newBuilder()
                        .header("X-Client-Secret", BeaconVendor.SECRET)
                        .build();
                  }
                },
            "holds a secret of the harness"));
  }

  private static List<Fault> elsewhere() {
    return List.of(
        Fault.of(
            "LI-01",
            "a token got while the provider is opened",
            () ->
                BeaconHarness.api(
                    (name, settings, environment) -> {
                      OwnTokens api = new OwnTokens(name, settings, environment);
                      String unused = api.token("line", settings.credentials());
                      return api;
                    }),
            "1 requests were sent while it was opened"),
        Fault.of(
            "LI-08",
            "tokens without a contract test for them",
            BeaconHarness::new,
            "the vendor gives tokens, but no class in"),
        Fault.of(
            "WI-16",
            "tokens got with the settings' keys alone",
            () ->
                BeaconHarness.api(
                    (name, settings, environment) ->
                        new BeaconApi(
                            name,
                            settings,
                            new ProviderEnvironment(
                                environment.time(), environment.rateLimiters(), Optional.empty()))),
            "with a source of wrong keys, expected fails UNAUTHORIZED"),
        asked(
            "TE-14",
            "every answer about half a year",
            (next, query, context) -> {
              Answer<Object> answer = next.check(query, context);
              return answer instanceof Answer.Known<Object> known
                  ? new Answer.Known<>(Tenure.from(6), known.receipt())
                  : answer;
            },
            "asked for 1 months"),
        asked(
            "TE-14",
            "a threshold that is needed",
            (next, query, context) -> {
              int unused = ((TenureQuery) query).monthsOfInterest().orElseThrow();
              return next.check(query, context);
            },
            "asked without a threshold, it came to threw"),
        encoded(
            "TE-15",
            "a threshold that is not passed on",
            fields -> fields.replace("months", 6),
            "asked for 1 months, the vendor should hear «1»"),
        Fault.of(
            "CV-04",
            "codes known by a handle that nobody gives",
            () ->
                new BeaconHarness(
                    BeaconApi::new,
                    InterposedMutant.HONEST,
                    EnumSet.of(CheckType.CODE_VERIFICATION)),
            "Offer CODE_DELIVERY too"),
        encoded(
            "CV-06",
            "a handle that is not passed on",
            fields -> fields.replace("handle", ""),
            "the handle that the vendor gave did not arrive"),
        Fault.of(
            "CV-11",
            "the handle of whoever asked first",
            () -> {
              AtomicReference<Object> first = new AtomicReference<>();
              return encoded(
                  fields -> {
                    if (fields.get("handle") instanceof String handle) {
                      first.compareAndSet(null, handle);
                      fields.put("handle", first.get());
                    }
                  });
            },
            "got the answer of another"));
  }

  private static Fault asked(
      String clause, String name, InterposedMutant.Meddler meddler, String... words) {
    return Fault.of(clause, name, () -> BeaconHarness.check(meddler), words);
  }

  private static Fault encoded(
      String clause, String name, Consumer<Map<String, Object>> change, String... words) {
    return Fault.of(clause, name, () -> encoded(change), words);
  }

  /** Something wrong in what is sent. */
  private static BeaconHarness encoded(Consumer<Map<String, Object>> change) {
    return BeaconHarness.api(
        (name, settings, environment) ->
            new BeaconApi(name, settings, environment) {
              @Override
              byte[] encode(Map<String, ?> fields) {
                Map<String, Object> changed = new HashMap<>(fields);
                change.accept(changed);
                return super.encode(changed);
              }
            });
  }
}
