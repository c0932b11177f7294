package io.telproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The first of two vendors loses replies, is well again and then goes down, while an application
 * goes on asking. Each vendor is the first one once.
 */
final class VendorDownTest {
  @ParameterizedTest(name = "{0}")
  @EnumSource
  @Timeout(300)
  void of_two_thousand_questions_none_is_lost_none_billed_twice_and_each_has_an_answer_or_a_kind(
      Outage outage) throws Exception {
    try (GoingDown going = new GoingDown(outage)) {
      going.run();
      print(outage, going);
      noneIsCarriedOutTwice(going);
      everyQuestionEnds(going);
      if (outage.failsOver()) {
        theNextOneAnswers(outage, going);
      } else {
        nobodyElseIsAsked(outage, going);
      }
      repliesWereLost(going);
      theFirstOneAnswersWhileItIsWell(outage, going);
      theLedgerIsTheBill(going, outage.first());
      theLedgerIsTheBill(going, outage.second());
      somebodyMetAClosedPort(outage, going);
    }
  }

  @Test
  void no_vendor_is_left_out() {
    Set<String> types = new TreeSet<>();
    ServiceLoader.load(VerificationProviderFactory.class)
        .forEach(factory -> types.add(factory.type()));
    assertThat(Stream.of(Outage.values()).map(Outage::first))
        .containsExactlyInAnyOrderElementsOf(types);
  }

  private static Map<FailureKind, Integer> kinds(GoingDown going) {
    Map<FailureKind, Integer> kinds = new EnumMap<>(FailureKind.class);
    going.failures().values().forEach(e -> kinds.merge(e.kind(), 1, Integer::sum));
    return kinds;
  }

  private static void print(Outage outage, GoingDown going) {
    System.out.printf(
        "%s: answered %s %d, %s %d, failed %s, billed %d and %d%n",
        outage.check().key(),
        outage.first(),
        going.answeredBy(outage.first()),
        outage.second(),
        going.answeredBy(outage.second()),
        kinds(going),
        going.billed(outage.first()),
        going.billed(outage.second()));
  }

  private static void everyQuestionEnds(GoingDown going) {
    assertThat(going.answers().size() + going.failures().size())
        .as("none is lost")
        .isEqualTo(GoingDown.QUESTIONS);
    assertThat(going.answers().values())
        .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Known.class));
    assertThat(going.answers().values())
        .as("no answer is said to be free")
        .noneMatch(answer -> answer.receipt().charge() == Charge.FREE);
    assertThat(going.failures().values())
        .as("a reply was lost; or nothing was sent, for nothing")
        .allSatisfy(
            e ->
                assertThat(e.charge())
                    .isEqualTo(
                        e.kind() == FailureKind.INDETERMINATE ? Charge.POSSIBLE : Charge.FREE));
  }

  private static void noneIsCarriedOutTwice(GoingDown going) {
    going
        .answers()
        .keySet()
        .forEach(
            number ->
                assertThat(going.carriedOut(number)).as("what is answered, once").isEqualTo(1));
    going
        .failures()
        .forEach(
            (number, e) ->
                assertThat(going.carriedOut(number))
                    .as("%s costs nothing", e.kind())
                    .isLessThanOrEqualTo(e.kind() == FailureKind.INDETERMINATE ? 1 : 0));
  }

  private static void repliesWereLost(GoingDown going) {
    assertThat(kinds(going).getOrDefault(FailureKind.INDETERMINATE, 0))
        .as("until the breaker opens, and those under way as the vendor goes down")
        .isBetween(10, GoingDown.LOST + GoingDown.THREADS);
  }

  private static void theFirstOneAnswersWhileItIsWell(Outage outage, GoingDown going) {
    assertThat(going.answeredBy(outage.first()))
        .as("before it lost replies, and once it was well again")
        .isGreaterThan(GoingDown.LOSING + (GoingDown.DOWN - GoingDown.WELL_AGAIN) / 2);
  }

  private static void theNextOneAnswers(Outage outage, GoingDown going) {
    assertThat(kinds(going))
        .as("all others are answered")
        .containsOnlyKeys(FailureKind.INDETERMINATE);
    assertThat(going.failures().keySet())
        .as("what may have been carried out is asked nowhere else")
        .allMatch(number -> going.carriedOut(outage.second(), number) == 0);
    List<Answer<?>> elsewhere =
        going.answers().values().stream()
            .filter(answer -> answer.receipt().provider().equals(outage.second()))
            .toList();
    assertThat(elsewhere)
        .as("asked elsewhere, as the receipt tells, because the first one was surely for nothing")
        .allSatisfy(
            answer ->
                assertThat(answer.receipt().earlier())
                    .anyMatch(each -> each.provider().equals(outage.first()))
                    .allMatch(each -> each.charge() == Charge.FREE));
    assertThat(elsewhere.size())
        .as("from when the first one is down")
        .isGreaterThanOrEqualTo(GoingDown.QUESTIONS - GoingDown.DOWN - GoingDown.THREADS);
  }

  private static void nobodyElseIsAsked(Outage outage, GoingDown going) {
    assertThat(going.bill(outage.second()).requests()).as("questions to the other one").isZero();
    assertThat(going.entries(outage.second())).isEmpty();
    assertThat(kinds(going))
        .as("what one vendor alone knows is not answered while it is down")
        .containsOnlyKeys(FailureKind.INDETERMINATE, FailureKind.UNAVAILABLE);
  }

  /** By the vendor: whatever is not free stands on either side, and each request in the ledger. */
  private static void theLedgerIsTheBill(GoingDown going, String vendor) {
    List<Charge> charges =
        going.entries(vendor).stream()
            .map(Entry::settlement)
            .map(settlement -> settlement.map(Settlement::charge).orElseThrow())
            .toList();
    long told =
        charges.stream()
            .filter(each -> Set.of(Charge.CHARGED, Charge.UNSTATED).contains(each))
            .count();
    long lost = charges.stream().filter(Charge.POSSIBLE::equals).count();
    assertThat(told)
        .as("entries of %s that tell of a charge", vendor)
        .isEqualTo(going.answeredBy(vendor));
    assertThat(lost)
        .as("entries of %s that leave it open", vendor)
        .isEqualTo(
            going.failures().values().stream()
                .filter(e -> e.kind() == FailureKind.INDETERMINATE && e.provider().equals(vendor))
                .count());
    long carriedOut =
        going.failures().keySet().stream()
            .filter(number -> going.carriedOut(vendor, number) > 0)
            .count();
    assertThat(going.billed(vendor)).as("the bill of %s", vendor).isEqualTo(told + carriedOut);
    assertThat((long) charges.size())
        .as("entries of %s", vendor)
        .isGreaterThanOrEqualTo(going.bill(vendor).requests());
  }

  /** Which takes an intent, and costs nothing. */
  private static void somebodyMetAClosedPort(Outage outage, GoingDown going) {
    long asked = going.entries(outage.first()).size();
    assertThat(asked)
        .as("entries of requests that nobody took")
        .isGreaterThan(going.bill(outage.first()).requests());
  }
}
