package io.telproof.micrometer;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelproofObservationsTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+86" + ListenerEvents.CANARY);

  private final TestObservationRegistry registry = TestObservationRegistry.create();
  private final TelproofObservations observations = new TelproofObservations(registry);

  static Stream<Optional<Gap>> gaps() {
    return ListenerEvents.gaps();
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void an_answer_is_observed_with_who_gave_it_and_what_it_cost(Optional<Gap> gap) {
    Answer<String> answer = answer(gap, receipt("main", Charge.CHARGED, "r-1"));

    Answer<String> got =
        observations.intercept(
            CheckType.TENURE, NUMBER, ListenerEvents.CONTEXT, (query, context) -> answer);

    assertThat(got).isSameAs(answer);
    String outcome =
        gap.map(
                each ->
                    switch (each) {
                      case NO_SUCH_NUMBER -> "no-such-number";
                      case NO_RECORD -> "no-record";
                      case UNDISCLOSED -> "undisclosed";
                      case NOT_COVERED -> "not-covered";
                    })
            .orElse("known");
    assertThat(registry)
        .hasSingleObservationThat()
        .hasNameEqualTo("telproof.check")
        .hasContextualNameEqualTo("telproof tenure")
        .hasBeenStarted()
        .hasBeenStopped()
        .doesNotHaveError()
        .hasOnlyKeys("check", "provider", "outcome", "charge", "correlation.id", "request.id")
        .hasLowCardinalityKeyValue("check", "tenure")
        .hasLowCardinalityKeyValue("provider", "main")
        .hasLowCardinalityKeyValue("outcome", outcome)
        .hasLowCardinalityKeyValue("charge", "charged")
        .hasHighCardinalityKeyValue("correlation.id", ListenerEvents.CONTEXT.correlationId())
        .hasHighCardinalityKeyValue("request.id", "r-1");
  }

  @ParameterizedTest
  @EnumSource
  void a_failure_is_observed_with_its_kind_and_is_the_error(FailureKind kind) {
    VerificationException failure =
        new VerificationException(ListenerEvents.failure("ali", kind, Charge.POSSIBLE, List.of()));

    assertThatThrownBy(
            () ->
                observations.intercept(
                    CheckType.PHONE_STATUS, NUMBER, ListenerEvents.CONTEXT, failing(failure)))
        .isSameAs(failure);

    assertThat(registry)
        .hasSingleObservationThat()
        .hasContextualNameEqualTo("telproof phone-status")
        .hasBeenStopped()
        .hasError(failure)
        .hasOnlyKeys("check", "provider", "outcome", "charge", "correlation.id", "request.id")
        .hasLowCardinalityKeyValue("provider", "ali")
        .hasLowCardinalityKeyValue("outcome", TagValues.of(kind))
        .hasLowCardinalityKeyValue("charge", "possible");
  }

  @Test
  void a_request_without_an_id_is_observed_without_one() {
    Receipt unsent = Receipt.unsent("main", "Ask", Instant.EPOCH);
    observations.intercept(
        CheckType.TENURE,
        NUMBER,
        ListenerEvents.CONTEXT,
        (query, context) -> new Answer.Known<>("yes", unsent));

    assertThat(registry)
        .hasSingleObservationThat()
        .hasOnlyKeys("check", "provider", "outcome", "charge", "correlation.id");
  }

  @Test
  void the_scope_is_open_while_the_question_is_put_and_closed_after_it() {
    List<Optional<Observation>> current = new ArrayList<>();
    observations.intercept(
        CheckType.TENURE,
        NUMBER,
        ListenerEvents.CONTEXT,
        (query, context) -> {
          current.add(Optional.ofNullable(registry.getCurrentObservation()));
          return answer(Optional.empty(), receipt("main", Charge.FREE, "r-1"));
        });

    assertThat(current)
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.orElseThrow().getContext().getName()).isEqualTo("telproof.check"));
    assertThat(registry.getCurrentObservation()).isNull();
  }

  @Test
  void the_scope_is_closed_after_a_failure_too() {
    VerificationException failure =
        new VerificationException(
            ListenerEvents.failure("ali", FailureKind.UNAVAILABLE, Charge.FREE, List.of()));
    assertThatThrownBy(
            () ->
                observations.intercept(
                    CheckType.TENURE, NUMBER, ListenerEvents.CONTEXT, failing(failure)))
        .isSameAs(failure);

    assertThat(registry.getCurrentObservation()).isNull();
  }

  @Test
  void what_broke_is_observed_by_its_class_and_place_and_not_by_its_words() {
    IllegalStateException broken =
        new IllegalStateException(
            "of " + ListenerEvents.CANARY, new RuntimeException(ListenerEvents.CANARY));
    assertThatThrownBy(
            () ->
                observations.intercept(
                    CheckType.TENURE, NUMBER, ListenerEvents.CONTEXT, failing(broken)))
        .isSameAs(broken);

    assertThat(registry)
        .hasSingleObservationThat()
        .hasBeenStopped()
        .hasLowCardinalityKeyValue("provider", "none")
        .hasLowCardinalityKeyValue("outcome", "broken")
        .hasLowCardinalityKeyValue("charge", "none")
        .satisfies(
            context -> {
              Throwable error = Objects.requireNonNull(context.getError());
              assertThat(error).hasMessage("java.lang.IllegalStateException").hasNoCause();
              assertThat(error.getStackTrace()).isEqualTo(broken.getStackTrace());
              assertThat(Throwables.getStackTrace(error)).doesNotContain(ListenerEvents.CANARY);
            });
    assertThat(registry.getCurrentObservation()).isNull();
  }

  @Test
  void nothing_of_the_question_is_observed() {
    CallContext context = CallContext.standard();
    observations.intercept(
        CheckType.TENURE,
        NUMBER,
        context,
        (query, left) ->
            new Answer.Known<>(ListenerEvents.CANARY, receipt("main", Charge.FREE, "r-1")));

    assertThat(registry)
        .hasSingleObservationThat()
        .satisfies(
            seen ->
                assertThat(
                        seen
                            + seen.getAllKeyValues().toString()
                            + seen.getName()
                            + seen.getContextualName())
                    .doesNotContain(ListenerEvents.CANARY));
  }

  @Test
  void an_answer_is_not_lost_to_a_handler_that_breaks() {
    ObservationRegistry broken = ObservationRegistry.create();
    broken
        .observationConfig()
        .observationHandler(
            new ObservationHandler<>() {
              @Override
              public void onStop(Observation.Context context) {
                throw new IllegalStateException("of " + context);
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }
            });
    Answer<String> answer = answer(Optional.empty(), receipt("main", Charge.CHARGED, "r-1"));

    assertThat(
            new TelproofObservations(broken)
                .intercept(
                    CheckType.TENURE, NUMBER, ListenerEvents.CONTEXT, (query, context) -> answer))
        .isSameAs(answer);
    assertThat(broken.getCurrentObservation()).isNull();
  }

  /** Breaks at one step of an observation's life, and notes the steps. */
  private static final class FaultyHandler implements ObservationHandler<Observation.Context> {
    private final List<String> steps = new ArrayList<>();
    private final String where;

    private FaultyHandler(String where) {
      this.where = where;
    }

    private void step(String name) {
      steps.add(name);
      if (name.equals(where)) {
        throw new NoClassDefFoundError("of " + ListenerEvents.CANARY);
      }
    }

    @Override
    public void onStart(Observation.Context context) {
      step("start");
    }

    @Override
    public void onScopeOpened(Observation.Context context) {
      step("scope");
    }

    @Override
    public void onScopeClosed(Observation.Context context) {
      step("scope closed");
    }

    @Override
    public void onError(Observation.Context context) {
      step("error");
    }

    @Override
    public void onStop(Observation.Context context) {
      step("stop");
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "scope", "scope closed", "error", "stop"})
  void neither_a_question_nor_its_outcome_is_lost_to_an_error_of_a_handler(String where) {
    ObservationRegistry broken = ObservationRegistry.create();
    FaultyHandler handler = new FaultyHandler(where);
    broken.observationConfig().observationHandler(handler);
    TelproofObservations observed = new TelproofObservations(broken);
    Answer<String> answer = answer(Optional.empty(), receipt("main", Charge.CHARGED, "r-1"));
    assertThat(
            observed.intercept(
                CheckType.TENURE, NUMBER, ListenerEvents.CONTEXT, (query, context) -> answer))
        .isSameAs(answer);
    VerificationException failure =
        new VerificationException(
            ListenerEvents.failure("ali", FailureKind.INDETERMINATE, Charge.POSSIBLE, List.of()));
    assertThatThrownBy(
            () ->
                observed.intercept(
                    CheckType.TENURE, NUMBER, ListenerEvents.CONTEXT, failing(failure)))
        .isSameAs(failure);
    assertThat(handler.steps).contains(where);
  }

  private static Receipt receipt(String provider, Charge charge, String requestId) {
    return ListenerEvents.receipt(provider, charge, List.of(), AnswerOrigin.FRESH)
        .withRequestId(requestId);
  }

  private static Answer<String> answer(Optional<Gap> gap, Receipt receipt) {
    return gap.<Answer<String>>map(each -> new Answer.Unknown<>(each, receipt))
        .orElseGet(() -> new Answer.Known<>("yes", receipt));
  }

  private static Check<PhoneNumber, String> failing(RuntimeException failure) {
    return (query, context) -> {
      throw failure;
    };
  }
}
