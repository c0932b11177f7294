package io.telproof.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.CheckType;
import io.telproof.testkit.Clause;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckFactsTest {
  @ParameterizedTest
  @EnumSource(CheckType.class)
  void the_kit_knows_a_contract_and_the_values_of_every_check(CheckType check) {
    CheckFacts facts = CheckFacts.of(check);
    assertThat(facts.values()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(clauses(facts.contract()))
        .as("clauses of %s", facts.contract().getSimpleName())
        .isPositive();
  }

  private static long clauses(Class<?> contract) {
    return Stream.<Class<?>>iterate(contract, Objects::nonNull, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Clause.class))
        .count();
  }
}
