package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerFactory;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.MemoryLedgers;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the ledger is kept is a word of the configuration. */
class LedgerInConfigurationTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final String KEY = "hash-key = CanaryKey0123456";
  private static final String DIARY = "telproof.ledger { kept = diary, page = 7, " + KEY + " }\n";

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ScriptedProvider main = new ScriptedProvider("main", time, time::advance);
  private final Diary diary = new Diary();

  /** A keeper of a module that somebody else wrote. */
  record DiarySettings(int page, Optional<Sensitive> password, Optional<String> colour) {
    DiarySettings {
      if (page < 1) {
        throw new IllegalArgumentException("page must be 1 or more");
      }
    }
  }

  private static final class Diary implements LedgerFactory<DiarySettings> {
    private final MemoryLedgers place = new MemoryLedgers();
    private final List<Ledger> opened = new ArrayList<>();

    @Override
    public String kept() {
      return "diary";
    }

    @Override
    public Class<DiarySettings> settings() {
      return DiarySettings.class;
    }

    @Override
    public Map<String, String> defaults() {
      return Map.of("colour", "white");
    }

    @Override
    public Ledger open(DiarySettings settings, Time time) throws LedgerException {
      if (settings.page() == 13) {
        throw new IllegalArgumentException("page 13 is torn; take another one");
      }
      if (settings.page() == 14) {
        throw new LedgerException("page 14 is written by somebody else; end that process first");
      }
      Ledger ledger = place.open(time);
      opened.add(ledger);
      return ledger;
    }

    @Override
    public LedgerReader read(DiarySettings settings, Time time) {
      return place.open(time);
    }

    private boolean isClosed() {
      return opened.stream().allMatch(place::hasEnded);
    }
  }

  private TelproofBuilder builder(String text) {
    return Telproof.builder(ConfigFactory.parseString(text))
        .time(time)
        .only(List.of())
        .ledgers(List.of(diary))
        .provider(main);
  }

  private List<Problem> problems(String text) {
    return catchThrowableOfType(ConfigurationException.class, () -> builder(text).open())
        .problems();
  }

  @Test
  void a_keeper_is_chosen_by_its_word_bound_from_the_block_and_closed_with_the_client() {
    try (Telproof telproof = builder(DIARY).open()) {
      telproof.phoneStatus().check(NUMBER);
      assertThat(diary.opened).hasSize(1);
      assertThat(diary.isClosed()).isFalse();
    }
    assertThat(diary.isClosed()).isTrue();
    assertThat(diary.place.entries()).hasSize(1);
  }

  @Test
  void nothing_is_written_unless_a_keeper_is_said() {
    try (Telproof telproof = builder("").open()) {
      telproof.phoneStatus().check(NUMBER);
    }
    try (Telproof telproof = builder("telproof.ledger { kept = none, " + KEY + " }").open()) {
      telproof.phoneStatus().check(NUMBER);
    }
    assertThat(diary.opened).isEmpty();
  }

  @Test
  void the_ledger_of_the_application_stands_in_the_place_of_the_one_that_is_said() {
    MemoryLedgers own = new MemoryLedgers();
    try (Telproof telproof = builder(DIARY).ledger(own.open(time)).open()) {
      telproof.phoneStatus().check(NUMBER);
    }
    assertThat(own.entries()).hasSize(1);
    assertThat(diary.opened).isEmpty();
  }

  @Test
  void the_ledger_of_the_application_needs_a_key_for_its_hashes_too() {
    ConfigurationException wrong =
        catchThrowableOfType(
            ConfigurationException.class, () -> builder("").ledger(diary.place.open(time)).open());
    assertThat(wrong.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("telproof.ledger.hash-key");
              assertThat(problem.says()).startsWith("is missing: a ledger holds a hash");
            });
  }

  @Test
  void what_is_wrong_elsewhere_closes_the_ledger_again() {
    assertThat(problems(DIARY + "telproof.retry.attempts = 0")).hasSize(1);
    assertThat(diary.opened).hasSize(1);
    assertThat(diary.isClosed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kept = jdbc, H | kept | expected none or diary; nothing else that keeps a ledger is on"
            + " the",
        "kept = jdbc, H | kept | jdbc needs io.telproof:telproof-ledger-jdbc",
        "kept = file, H | kept | file needs io.telproof:telproof-ledger",
        "kept = jdbcc, H | kept | nothing keeps a ledger so; did you mean jdbc?",
        "kept = dairy, page = 7, H | kept | did you mean diary?",
        "kept = [diary], H | kept | expected a text",
        "kept = diary, H | page | is missing",
        "kept = diary, page = 0, H | page | page must be 1 or more",
        "kept = diary, page = 13, H | page | page 13 is torn; take another one",
        "kept = diary, page = 14, H | kept | the ledger cannot be opened: page 14 is written by",
        "kept = diary, page = 7, H, pgae = 8 | pgae | unknown key; did you mean page?",
        "kept = diary, page = 7 | hash-key | is missing: a ledger holds a hash under this key",
        "kept = diary, page = 7, hash-key = Canary | hash-key | too short",
        "kept = diary, page = 7, H, required = no | required | expected true or false",
        "kept = diary, page = 7, H, answers = 3d | answers | expected a block in braces",
        "page = 7 | page | belongs to kept = diary, and kept is none unless said; say kept ="
            + " diary,",
        "kept = none, password = CanaryKey | password | belongs to kept = diary, and kept is none;",
        "kept = none, paeg = 7 | paeg | unknown key; known here: answers, hash-key, kept, required",
        "answers { keep = 30d } | answers.keep | keep needs key as well: answers are kept sealed",
        "answers { keep = 0s, K } | answers.keep | keep must be 1 ms or more",
        "answers { keep = long, K } | answers.keep | expected",
        "answers { K } | answers.key | key needs keep as well: for how long",
        "answers { keep = 30d, key = Canary } | answers.key | not 32 bytes in base64; openssl rand",
        "answers { keep = 30d, key = \"Canary!!\" } | answers.key | not 32 bytes in base64",
        "answers { keeep = 30d } | answers.keeep | unknown key; did you mean keep?",
      })
  void what_is_wrong_with_the_block_is_said_at_its_key(String block, String key, String says) {
    String text =
        block
            .replace("H", KEY)
            .replace("K }", "key = \"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\" }");
    assertThat(problems("telproof.ledger { " + text + " }"))
        .anySatisfy(
            problem -> {
              assertThat(problem.path()).isEqualTo("telproof.ledger." + key);
              assertThat(problem.says()).contains(says).doesNotContain("Canary");
            });
    assertThat(diary.isClosed()).isTrue();
  }

  private ClientBootstrap examined(String block) {
    TelproofBuilder builder = builder("telproof.ledger { " + block + " }");
    builder.examined = true;
    ClientBootstrap bootstrap = new ClientBootstrap(builder, new ClientListener() {});
    bootstrap.close();
    assertThat(bootstrap.problems.list()).isEmpty();
    return bootstrap;
  }

  private List<String> settings(String block) {
    return examined(block).problems.settings().stream()
        .filter(each -> each.path().startsWith("telproof.ledger."))
        .map(each -> each.path() + " = " + each.value() + " (" + each.where() + ")")
        .map(each -> each.replaceAll("telproof-reference.conf.*", "default)"))
        .toList();
  }

  @Test
  void a_configuration_that_is_only_looked_at_opens_no_ledger() {
    examined("kept = diary, page = 14, " + KEY);
    assertThat(diary.opened).isEmpty();
  }

  @Test
  void what_is_in_force_is_shown_whether_it_was_said_or_not_but_for_secrets() {
    assertThat(
            settings(
                "kept = diary, page = 7, password = CanaryKey0815, "
                    + KEY
                    + ", answers { keep = 30d, key ="
                    + " \"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\" }"))
        .containsExactly(
            "telproof.ledger.kept = diary (String: 1)",
            "telproof.ledger.page = 7 (String: 1)",
            "telproof.ledger.password = *** (String: 1)",
            "telproof.ledger.colour = white (module diary)",
            "telproof.ledger.required = true (default)",
            "telproof.ledger.hash-key = *** (String: 1)",
            "telproof.ledger.answers.keep = 30d (String: 1)",
            "telproof.ledger.answers.key = *** (String: 1)");
    assertThat(settings(""))
        .containsExactly(
            "telproof.ledger.kept = none (default)", "telproof.ledger.required = true (default)");
  }

  @Test
  void a_keeper_that_only_the_application_has_is_a_note(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("app.conf"),
            "telproof.ledger { kept = granite, chisel = 3, " + KEY + " }");
    ConfigurationReport report = Telproof.examine(file);
    assertThat(report.notes())
        .anySatisfy(
            note -> {
              assertThat(note.path()).isEqualTo("telproof.ledger.kept");
              assertThat(note.says()).contains("right only where the application has one");
            });
    assertThat(report.problems()).noneMatch(problem -> problem.path().contains("ledger"));
  }
}
