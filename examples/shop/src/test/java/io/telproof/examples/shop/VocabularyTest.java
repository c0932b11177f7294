package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.Certainty;
import io.telproof.Charge;
import io.telproof.CodeVerdict;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityClaim;
import io.telproof.IdentityVerdict;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.CheckType;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of words knows every word, and what it shows does what it says. */
final class VocabularyTest {
  private final Sandbox sandbox = Sandbox.start(new AlibabaVendor());
  private final Telproof telproof =
      Telproof.open(
          ConfigFactory.parseMap(
              Map.of(
                  "telproof.providers.ali.type",
                  "alibaba",
                  "telproof.providers.ali.access-key-id",
                  AlibabaVendor.CREDENTIALS.accessKeyId(),
                  "telproof.providers.ali.access-key-secret",
                  AlibabaVendor.CREDENTIALS.accessKeySecret(),
                  "telproof.providers.ali.endpoint",
                  sandbox.endpoint().toString())));

  @AfterEach
  void close() {
    telproof.close();
    sandbox.close();
  }

  static Stream<String> words() {
    Stream<Enum<?>> constants =
        Stream.<Enum<?>[]>of(
                LineState.values(),
                Certainty.values(),
                IdentityVerdict.Outcome.values(),
                IdentityVerdict.Attribute.values(),
                CodeVerdict.values(),
                Gap.values(),
                Charge.values(),
                AnswerOrigin.values(),
                FailureKind.values())
            .flatMap(Arrays::stream);
    Stream<String> checks =
        Arrays.stream(CheckType.values())
            .flatMap(
                check ->
                    Stream.of(
                        check.key(),
                        check.type().getSimpleName(),
                        check.query().getSimpleName(),
                        check.value().getSimpleName()));
    Stream<String> fields =
        Stream.of(Receipt.class, Failure.class, Attempt.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(VocabularyTest::isField)
            .map(method -> method.getName() + "()");
    return Stream.of(constants.map(Enum::name), checks, fields).flatMap(each -> each).distinct();
  }

  private static boolean isField(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && method.getParameterCount() == 0
        && !List.of("hashCode", "toString").contains(method.getName());
  }

  @ParameterizedTest
  @MethodSource("words")
  void each_word_of_the_interface_stands_on_the_page(String word) throws IOException {
    assertThat(Files.readString(Path.of("../../docs/vocabulary.md"))).contains("`" + word + "`");
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN_GOOD, theirs",
    "SUSPENDED, somebody else's",
    "NO_RECORD, not to be found out here",
    "NOT_COVERED, a question for another vendor",
  })
  void whose_a_number_is_has_one_word_for_each_answer(Scenario scenario, String word) {
    IdentityClaim claim =
        IdentityClaim.of(
            PhoneNumber.of(scenario.phoneNumber(3)), "Zhang San", "11204416541220243X");
    assertThat(HolderQuestion.ask(telproof.identityMatch(), claim)).isEqualTo(word);
  }
}
