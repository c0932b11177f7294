package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.IdentityClaim;
import io.telproof.RecycledQuery;
import io.telproof.SimSwap;
import io.telproof.SimSwapQuery;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Ways to put another question than the one that was asked. */
final class QuestionFaults {
  private QuestionFaults() {}

  static List<Fault> all() {
    return List.of(
        sent(
            "RN-14",
            "a fixed day",
            CheckType.RECYCLED_NUMBER,
            fields -> fields.put("day", "2024-05-31"),
            "asked for 2019-12-31, the vendor should hear «2019-12-31»"),
        meddled(
            "RN-14",
            "the day before, as of a time zone",
            CheckType.RECYCLED_NUMBER,
            (next, query, context) -> {
              RecycledQuery asked = (RecycledQuery) query;
              return next.check(
                  RecycledQuery.of(asked.number(), asked.heldSince().minusDays(1)), context);
            },
            "asked for 2024-05-01, the vendor should hear «2024-05-01»",
            "2024-04-30"),
        meddled(
            "SS-14",
            "a change that is taken for none within a day",
            CheckType.SIM_SWAP,
            (next, query, context) -> {
              Answer<Object> answer = next.check(query, context);
              return ((SimSwapQuery) query).within().compareTo(Duration.ofDays(1)) <= 0
                      && answer instanceof Answer.Known<Object> known
                  ? new Answer.Known<>(SimSwap.of(false), known.receipt())
                  : answer;
            },
            "asked for 1 hours",
            "SimSwap[swapped=true"),
        sent(
            "SS-15",
            "a fixed time",
            CheckType.SIM_SWAP,
            fields -> fields.put("hours", "240"),
            "asked for 1 hours, the vendor should hear «1»"),
        Fault.of(
            "SS-15",
            "no word of the time",
            () ->
                new BrokenHarness(Set.of(CheckType.SIM_SWAP)) {
                  @Override
                  public Optional<String> within(Duration within) {
                    return Optional.empty();
                  }
                },
            "say by within(…) of the harness"),
        sent(
            "IM-14",
            "something sent in the place of an identity number",
            CheckType.IDENTITY_MATCH,
            fields -> fields.putIfAbsent("idNumber", "11010519491231002X"),
            "the identity number is wrong"),
        meddled(
            "IM-14",
            "a name alone that always agrees",
            CheckType.IDENTITY_MATCH,
            (next, query, context) -> {
              Answer<Object> answer = next.check(query, context);
              return ((IdentityClaim) query).idNumber().isEmpty()
                      && answer instanceof Answer.Known<Object> known
                  ? new Answer.Known<>(
                      io.telproof.IdentityVerdict.match(io.telproof.Carrier.UNKNOWN),
                      known.receipt())
                  : answer;
            },
            "other-name"),
        Fault.of(
            "IM-14",
            "a name alone asked about of which nothing is known",
            () ->
                new BrokenHarness(Set.of(CheckType.IDENTITY_MATCH)) {
                  @Override
                  public Optional<io.telproof.testkit.ReplyExamples> examplesOfNameAlone() {
                    return Optional.empty();
                  }
                },
            "expected unknown: NOT_COVERED"),
        meddled(
            "IM-15",
            "a birth date dropped",
            CheckType.IDENTITY_MATCH,
            (next, query, context) -> {
              IdentityClaim claim = (IdentityClaim) query;
              return next.check(
                  new IdentityClaim(
                      claim.number(),
                      claim.name(),
                      claim.idNumber(),
                      claim.givenName(),
                      claim.familyName(),
                      Optional.empty()),
                  context);
            },
            "the vendor did not hear the birth date as «1987-12-04»"),
        Fault.of(
            "IM-01",
            "two lines for the same claims",
            () -> BrokenHarness.provider(CheckType.IDENTITY_MATCH, TwoLines::new),
            "has 2 lines about it",
            "person-match-2"));
  }

  private static Fault meddled(
      String clause,
      String name,
      CheckType check,
      InterposedMutant.Meddler meddler,
      String... words) {
    return Fault.of(clause, name, () -> BrokenHarness.check(check, meddler), words);
  }

  private static Fault sent(
      String clause,
      String name,
      CheckType check,
      Consumer<Map<String, Object>> change,
      String... words) {
    return Fault.of(
        clause,
        name,
        () ->
            BrokenHarness.api(
                check,
                (provider, settings, environment) ->
                    new Encoding(provider, settings, environment, change)),
        words);
  }

  /** A provider with a second operation that nothing is ever asked of. */
  private static final class TwoLines extends InterposedMutant {
    TwoLines(VerificationProvider next) {
      super(next, Set.of(CheckType.IDENTITY_MATCH), HONEST);
    }

    @Override
    public List<Offer> offers() {
      List<Offer> offers = new ArrayList<>(super.offers());
      Offer first = offers.get(0);
      offers.add(
          new Offer(first.check(), first.operation() + "-2", RateLimits.perSecond(5), "each")
              .withCoverage(first.coverage()));
      return offers;
    }
  }
}
