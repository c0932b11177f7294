package io.telproof.testkit.internal;

import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.IdentityClaim;
import io.telproof.IdentityVerdict;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.PreValidatedClaim;
import io.telproof.RecycledQuery;
import io.telproof.Recycling;
import io.telproof.Sensitive;
import io.telproof.SimSwap;
import io.telproof.SimSwapQuery;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.spi.CheckType;
import io.telproof.testkit.CodeDeliveryContract;
import io.telproof.testkit.CodeVerificationContract;
import io.telproof.testkit.IdentityMatchContract;
import io.telproof.testkit.PhoneStatusContract;
import io.telproof.testkit.PreValidatedNumberContract;
import io.telproof.testkit.RecycledNumberContract;
import io.telproof.testkit.Shape;
import io.telproof.testkit.SimSwapContract;
import io.telproof.testkit.TenureContract;
import io.telproof.testkit.TestPerson;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the kit knows of one check: a new check is one more entry here, and a contract. Immutable.
 *
 * @param contract what every provider of the check is held to
 * @param queries the ways in which it can be asked; clauses ask by the first one unless they say
 *     another
 * @param words what must arrive at the vendor to the letter, beside the number
 * @param values everything that a known answer can be like
 * @param said what a known answer is like
 */
public record CheckFacts(
    Class<?> contract,
    List<Query> queries,
    Function<TestPerson, Map<String, String>> words,
    List<Enum<?>> values,
    Function<Object, List<Enum<?>>> said) {
  /** A day of summer time in most of the world, whose month and day cannot be taken for another. */
  private static final LocalDate HELD_SINCE = LocalDate.of(2024, 5, 31);

  private static final Duration WITHIN = Duration.ofDays(10);

  private static final Map<CheckType, CheckFacts> ALL =
      new EnumMap<>(
          Map.of(
              CheckType.PHONE_STATUS,
              new CheckFacts(
                  PhoneStatusContract.class,
                  List.of((question, handle) -> question.number()),
                  person -> Map.of(),
                  List.of(LineState.values()),
                  value -> List.of(((PhoneStatus) value).state())),
              CheckType.TENURE,
              new CheckFacts(
                  TenureContract.class,
                  List.of(
                      (question, handle) -> new TenureQuery(question.number(), question.months())),
                  person -> Map.of(),
                  List.of(Shape.CLOSED_INTERVAL, Shape.OPEN_INTERVAL),
                  value ->
                      List.of(
                          ((Tenure) value).to().isPresent()
                              ? Shape.CLOSED_INTERVAL
                              : Shape.OPEN_INTERVAL)),
              CheckType.IDENTITY_MATCH,
              new CheckFacts(
                  IdentityMatchContract.class,
                  List.of(CheckFacts::wholeClaim, CheckFacts::nameAlone),
                  CheckFacts::words,
                  List.of(
                      IdentityVerdict.Outcome.MATCH,
                      IdentityVerdict.Outcome.MISMATCH,
                      Shape.DIFFERING_TOLD,
                      Shape.DIFFERING_NOT_TOLD),
                  value -> said((IdentityVerdict) value)),
              CheckType.CODE_DELIVERY,
              new CheckFacts(
                  CodeDeliveryContract.class,
                  List.of((question, handle) -> question.number()),
                  person -> Map.of(),
                  List.of(Shape.SENT, Shape.HANDLE, Shape.EXPIRY),
                  value -> said((CodeDispatch) value)),
              CheckType.CODE_VERIFICATION,
              new CheckFacts(
                  CodeVerificationContract.class,
                  List.of(
                      (question, handle) ->
                          new CodeClaim(
                              question.number(), Sensitive.of(question.person().code()), handle)),
                  person -> Map.of("code", person.code()),
                  List.of(CodeVerdict.values()),
                  value -> List.of((CodeVerdict) value)),
              CheckType.PRE_VALIDATED_NUMBER,
              new CheckFacts(
                  PreValidatedNumberContract.class,
                  List.of((question, handle) -> preValidated(question)),
                  person ->
                      person.purchaseCode().isEmpty()
                          ? Map.of()
                          : Map.of("purchase code", person.purchaseCode()),
                  List.of(Shape.ID),
                  value -> List.of(Shape.ID)),
              CheckType.RECYCLED_NUMBER,
              new CheckFacts(
                  RecycledNumberContract.class,
                  List.of((question, handle) -> RecycledQuery.of(question.number(), HELD_SINCE)),
                  person -> Map.of(),
                  List.of(Recycling.values()),
                  value -> List.of((Recycling) value)),
              CheckType.SIM_SWAP,
              new CheckFacts(
                  SimSwapContract.class,
                  List.of((question, handle) -> SimSwapQuery.of(question.number(), WITHIN)),
                  person -> Map.of(),
                  List.of(Shape.SWAPPED, Shape.NOT_SWAPPED, Shape.LAST_SWAP),
                  value -> said((SimSwap) value))));

  /** Makes what is asked. */
  @FunctionalInterface
  public interface Query {
    /**
     * What is asked.
     *
     * @param handle of the code, where the question is about one
     */
    Object of(Question question, Optional<String> handle);
  }

  /** Those of a check. */
  public static CheckFacts of(CheckType check) {
    CheckFacts facts = ALL.get(check);
    if (facts == null) {
      throw new IllegalStateException("the kit has no facts of " + check.key() + "; add them here");
    }
    return facts;
  }

  /** What the value of a known answer is like; nothing where it is no value of any check. */
  static List<Enum<?>> saidBy(Object value) {
    for (Map.Entry<CheckType, CheckFacts> each : ALL.entrySet()) {
      if (each.getKey().value().isInstance(value)) {
        return each.getValue().said().apply(value);
      }
    }
    return List.of();
  }

  private static List<Enum<?>> said(IdentityVerdict verdict) {
    return verdict.outcome() == IdentityVerdict.Outcome.MATCH
        ? List.of(verdict.outcome())
        : List.of(
            verdict.outcome(),
            verdict.differing().isPresent() ? Shape.DIFFERING_TOLD : Shape.DIFFERING_NOT_TOLD);
  }

  private static PreValidatedClaim preValidated(Question question) {
    String code = question.person().purchaseCode();
    return code.isEmpty()
        ? PreValidatedClaim.of(question.number())
        : PreValidatedClaim.of(question.number(), code);
  }

  private static IdentityClaim wholeClaim(Question question, Optional<String> handle) {
    return nameAlone(question, handle).withIdNumber(question.person().idNumber());
  }

  /** The claim of a person who gives no identity number. */
  public static IdentityClaim nameAlone(Question question, Optional<String> handle) {
    TestPerson person = question.person();
    IdentityClaim claim = IdentityClaim.of(question.number(), person.name());
    return person
        .nameParts()
        .map(parts -> claim.withNameParts(parts.given(), parts.family()))
        .orElse(claim);
  }

  private static Map<String, String> words(TestPerson person) {
    Map<String, String> words = new LinkedHashMap<>();
    person
        .nameParts()
        .ifPresentOrElse(
            parts -> {
              words.put("given name", parts.given());
              words.put("family name", parts.family());
            },
            () -> words.put("name", person.name()));
    words.put("identity number", person.idNumber());
    return words;
  }

  private static List<Enum<?>> said(SimSwap swap) {
    List<Enum<?>> shapes = new ArrayList<>();
    shapes.add(swap.swapped() ? Shape.SWAPPED : Shape.NOT_SWAPPED);
    swap.lastSwap().ifPresent(at -> shapes.add(Shape.LAST_SWAP));
    return shapes;
  }

  private static List<Enum<?>> said(CodeDispatch dispatch) {
    List<Enum<?>> shapes = new ArrayList<>(List.of(Shape.SENT));
    dispatch.handle().ifPresent(handle -> shapes.add(Shape.HANDLE));
    dispatch.expiresAt().ifPresent(at -> shapes.add(Shape.EXPIRY));
    return shapes;
  }
}
