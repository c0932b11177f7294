package io.telproof.client.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.CodeClaim;
import io.telproof.Contact;
import io.telproof.EmailAddress;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.Sensitive;
import io.telproof.TenureQuery;
import io.telproof.client.internal.pipeline.Together;
import io.telproof.spi.CheckType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final Sensitive KEY = Sensitive.of("a key of sixteen or more");

  private final Fingerprint fingerprint = Fingerprint.of(KEY);

  /** A question in clear, to be compared by all that it says. */
  private record Question(CheckType check, Object query) {}

  static Stream<Object> questions() {
    return Stream.of(
        NUMBER,
        EmailAddress.of("canary0815@example.com"),
        TenureQuery.of(NUMBER),
        TenureQuery.of(NUMBER, 6),
        IdentityClaim.of(NUMBER, "canary0815", "11010119900307"),
        CodeClaim.of(NUMBER, "canary0815"),
        new CodeClaim(NUMBER, Sensitive.of("123456"), Optional.of("canary0815")),
        PreValidatedClaim.of(NUMBER, "canary0815"));
  }

  @Test
  void no_two_questions_have_the_same_hash_and_the_same_question_always_has() {
    Map<String, Question> seen = new HashMap<>();
    int repeated = 0;
    for (int seed = 0; seed < 40_000; seed++) {
      Question asked = asked(new Random(seed));
      Question before = seen.putIfAbsent(fingerprint.of(asked.check(), asked.query()), asked);
      if (before != null) {
        assertThat(asked).as("seed %d", seed).isEqualTo(before);
        repeated++;
      }
    }
    assertThat(seen.values()).doesNotHaveDuplicates();
    assertThat(repeated).isPositive();
  }

  /** Few letters and short texts, so that what is merely joined is soon the same. */
  private static Question asked(Random random) {
    List<CheckType> checks = List.of(CheckType.values());
    CheckType check = checks.get(random.nextInt(checks.size()));
    PhoneNumber number = PhoneNumber.of("+1000" + random.nextInt(1, 30));
    Contact contact =
        random.nextBoolean() ? number : EmailAddress.of(text(random) + "@" + text(random));
    Object query =
        switch (random.nextInt(5)) {
          case 0 -> contact;
          case 1 ->
              new TenureQuery(
                  number,
                  random.nextBoolean()
                      ? OptionalInt.empty()
                      : OptionalInt.of(random.nextInt(1, 30)));
          case 2 -> IdentityClaim.of(number, text(random), text(random));
          case 3 ->
              new CodeClaim(
                  contact,
                  Sensitive.of(text(random)),
                  switch (random.nextInt(4)) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of("");
                    // Not a character, and still not another one.
                    case 2 -> Optional.of(random.nextBoolean() ? "\ud800" : "?");
                    default -> Optional.of(text(random));
                  });
          default -> PreValidatedClaim.of(number, text(random));
        };
    return new Question(check, query);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    do {
      text.append(random.nextBoolean() ? "1" : "12");
    } while (text.length() < 4 && random.nextBoolean());
    return text.toString();
  }

  @Test
  void another_key_gives_another_hash_and_the_same_key_the_same() {
    Fingerprint same = Fingerprint.of(Sensitive.of(KEY.reveal()));
    Fingerprint other = Fingerprint.of(Sensitive.of("another key of sixteen or more"));
    for (int seed = 0; seed < 500; seed++) {
      Question asked = asked(new Random(seed));
      String hash = fingerprint.of(asked.check(), asked.query());
      String subject = fingerprint.subject(asked.query());
      assertThat(same.of(asked.check(), asked.query())).isEqualTo(hash);
      assertThat(same.subject(asked.query())).isEqualTo(subject);
      Set<String> hashes = new HashSet<>(List.of(hash, subject));
      for (Fingerprint fresh : List.of(other, Fingerprint.random(), Fingerprint.random())) {
        assertThat(hashes.add(fresh.of(asked.check(), asked.query()))).isTrue();
        assertThat(hashes.add(fresh.subject(asked.query()))).isTrue();
      }
    }
  }

  /** Reckoned by another program: records of last year must still be found by this year's. */
  @Test
  void a_configured_key_gives_the_same_hash_in_every_release() {
    assertThat(fingerprint.subject(NUMBER)).isEqualTo("bf3226ac3e34892fb48a251c798e675e");
    assertThat(fingerprint.of(CheckType.TENURE, TenureQuery.of(NUMBER, 6)))
        .isEqualTo("f0129b9388b41b481a8eaf5fc960ad39c597b6669ad7fa1c2e345713369404e1");
  }

  @Test
  void a_person_is_the_same_whatever_is_to_be_known_of_the_number() {
    String person = fingerprint.person("a/Op", CheckType.TENURE, TenureQuery.of(NUMBER));
    assertThat(person).hasSize(64);
    assertThat(fingerprint.person("a/Op", CheckType.TENURE, TenureQuery.of(NUMBER, 6)))
        .isEqualTo(person);
    assertThat(fingerprint.person("a/Op", CheckType.TENURE, NUMBER)).isEqualTo(person);
  }

  @Test
  void a_person_is_another_one_by_name_identity_number_or_code_and_at_another_operation() {
    List<String> different =
        Stream.of(
                fingerprint.person("a/Op", CheckType.IDENTITY_MATCH, claim("name", "1101")),
                fingerprint.person("b/Op", CheckType.IDENTITY_MATCH, claim("name", "1101")),
                fingerprint.person("a/Other", CheckType.IDENTITY_MATCH, claim("name", "1101")),
                fingerprint.person("a/Op", CheckType.IDENTITY_MATCH, claim("eman", "1101")),
                fingerprint.person("a/Op", CheckType.IDENTITY_MATCH, claim("name", "1102")),
                fingerprint.person("a/Op", CheckType.IDENTITY_MATCH, claim("name1", "101")),
                fingerprint.person("a/Op", CheckType.CODE_VERIFICATION, CodeClaim.of(NUMBER, "1")),
                fingerprint.person("a/Op", CheckType.CODE_VERIFICATION, CodeClaim.of(NUMBER, "2")),
                fingerprint.person("a/Op", CheckType.CODE_DELIVERY, NUMBER),
                fingerprint.person("a/Op", CheckType.PHONE_STATUS, NUMBER),
                Fingerprint.random().person("a/Op", CheckType.PHONE_STATUS, NUMBER),
                fingerprint.of(CheckType.PHONE_STATUS, NUMBER),
                fingerprint.subject(NUMBER))
            .toList();
    assertThat(different).doesNotHaveDuplicates();
    assertThat(fingerprint.person("a/Op", CheckType.IDENTITY_MATCH, claim("name", "1101")))
        .isEqualTo(different.get(0));
  }

  private static IdentityClaim claim(String name, String idNumber) {
    return IdentityClaim.of(NUMBER, name, idNumber);
  }

  @Test
  void a_subject_is_the_number_or_address_whatever_is_asked_of_it() {
    String subject = fingerprint.subject(NUMBER);
    EmailAddress address = EmailAddress.of("somebody@example.com");
    assertThat(questions().filter(each -> !(each instanceof EmailAddress)))
        .allSatisfy(each -> assertThat(fingerprint.subject(each)).isEqualTo(subject));
    assertThat(fingerprint.subject(CodeClaim.of(address, "1")))
        .isEqualTo(fingerprint.subject(address))
        .isNotEqualTo(subject);
  }

  @Test
  void no_two_subjects_have_the_same_hash() {
    Map<String, Contact> seen = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      PhoneNumber number = PhoneNumber.of(86, Long.toString(13_800_000_000L + 7L * i));
      assertThat(seen.put(fingerprint.subject(number), number)).isNull();
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void a_hash_is_hexadecimal_digits_and_shows_nothing_of_the_question(Object query) {
    for (int i = 0; i < 200; i++) {
      Fingerprint fresh = Fingerprint.random();
      assertThat(fresh.subject(query)).matches("[0-9a-f]{32}");
      assertThat(fresh.of(CheckType.TENURE, query)).matches("[0-9a-f]{64}");
      assertThat(fresh.subject(query) + fresh.of(CheckType.TENURE, query))
          .doesNotContain("13800138000", "canary", "11010119900307");
    }
  }

  @Test
  void a_fingerprint_prints_without_its_key() {
    assertThat(fingerprint).hasToString("Fingerprint[***]");
  }

  @Test
  void many_threads_get_the_same_hashes() throws Exception {
    List<Object> all = questions().toList();
    List<String> alone = all.stream().map(fingerprint::subject).toList();
    List<Boolean> same =
        Together.run(
            8,
            5,
            random -> {
              for (int i = 0; i < 20_000; i++) {
                int which = random.nextInt(all.size());
                if (!fingerprint.subject(all.get(which)).equals(alone.get(which))) {
                  return false;
                }
              }
              return true;
            });
    assertThat(same).containsOnly(true);
  }

  @Test
  void a_question_of_an_unknown_type_is_refused_and_not_repeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fingerprint.of(CheckType.TENURE, "+8613800138000"))
        .withMessage("no question of this type is known: java.lang.String");
  }
}
