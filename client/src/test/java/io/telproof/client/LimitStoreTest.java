package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.client.RouteExplanation.Part;
import io.telproof.client.RouteExplanation.Step;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.ChargeCounter;
import io.telproof.spi.ratelimit.LimitStore;
import io.telproof.spi.ratelimit.LimitStoreEnvironment;
import io.telproof.spi.ratelimit.LimitStoreFactory;
import io.telproof.spi.ratelimit.NumberRefusals;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where limits and budgets are kept is a word of the configuration. */
class LimitStoreTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final String SHELF = "telproof.limits { kept = shelf, board = 7 }\n";

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ScriptedProvider main = new ScriptedProvider("main", time, time::advance);
  private final Shelf shelf = new Shelf(time);

  /** A store of a module that somebody else wrote. */
  record ShelfSettings(int board, Optional<Sensitive> password, Optional<String> colour) {
    ShelfSettings {
      if (board < 1) {
        throw new IllegalArgumentException("board must be 1 or more");
      }
    }
  }

  private static final class Shelf implements LimitStoreFactory<ShelfSettings>, LimitStore {
    private final List<Integer> opened = new ArrayList<>();
    private final LimitStore kept;
    private Optional<LimitStoreEnvironment> environment = Optional.empty();
    private boolean away;
    private boolean tooEarly;
    private int closed;

    private Shelf(HandTime time) {
      this.kept = LimitStore.local(time);
    }

    @Override
    public String kept() {
      return "shelf";
    }

    @Override
    public Class<ShelfSettings> settings() {
      return ShelfSettings.class;
    }

    @Override
    public Map<String, String> defaults() {
      return Map.of("colour", "white");
    }

    @Override
    public Optional<String> note(ShelfSettings settings, RateLimits limits) {
      return limits.all().get(0).permits() < settings.board()
          ? Optional.of("board " + settings.board() + " is too high for " + limits)
          : Optional.empty();
    }

    @Override
    public LimitStore open(ShelfSettings settings, LimitStoreEnvironment given) {
      if (settings.board() == 13) {
        throw new IllegalArgumentException("board 13 is broken; take another one");
      }
      opened.add(settings.board());
      environment = Optional.of(given);
      return this;
    }

    @Override
    public RateLimiters rateLimiters() {
      return kept.rateLimiters();
    }

    @Override
    public ChargeCounter charges() {
      return new ChargeCounter() {
        @Override
        public Outcome take(String budget, LocalDate day, int most) {
          if (tooEarly) {
            return Outcome.TOO_EARLY;
          }
          return away ? Outcome.AWAY : kept.charges().take(budget, day, most);
        }

        @Override
        public void giveBack(String budget, LocalDate day) {
          kept.charges().giveBack(budget, day);
        }

        @Override
        public OptionalInt used(String budget, LocalDate day) {
          return away ? OptionalInt.empty() : kept.charges().used(budget, day);
        }
      };
    }

    @Override
    public NumberRefusals refusals() {
      return kept.refusals();
    }

    @Override
    public Optional<String> away() {
      return away
          ? Optional.of("the shelf fell (dust); no permits until it stands")
          : Optional.empty();
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private TelproofBuilder builder(String text) {
    return Telproof.builder(ConfigFactory.parseString(text))
        .time(time)
        .only(List.of())
        .stores(List.of(shelf))
        .provider(main);
  }

  private List<Problem> problems(String text) {
    return catchThrowableOfType(ConfigurationException.class, () -> builder(text).open())
        .problems();
  }

  @Test
  void a_store_is_chosen_by_its_word_bound_from_the_block_and_closed_with_the_client() {
    try (Telproof telproof = builder(SHELF).open()) {
      assertThat(telproof.phoneStatus().check(NUMBER).receipt().provider()).isEqualTo("main");
      assertThat(shelf.opened).containsExactly(7);
      assertThat(shelf.closed).isZero();
    }
    assertThat(shelf.closed).isEqualTo(1);
  }

  @Test
  void what_is_wrong_elsewhere_closes_the_store_again() {
    assertThat(problems(SHELF + "telproof.retry.attempts = 0")).hasSize(1);
    assertThat(shelf.opened).hasSize(shelf.closed).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kept = redis | kept | expected local or shelf; nothing else that keeps limits is on the",
        "kept = redis | kept | redis needs io.telproof:telproof-limits-redis",
        "kept = redi | kept | nothing keeps limits so; did you mean redis?",
        "kept = shelv, board = 7 | kept | did you mean shelf?",
        "kept = [shelf] | kept | expected a text",
        "kept = shelf | board | is missing",
        "kept = shelf, board = 0 | board | board must be 1 or more",
        "kept = shelf, board = 13 | board | board 13 is broken; take another one",
        "kept = shelf, board = 1, bord = 2 | bord | unknown key; did you mean board?",
        "kept = local, board = 7 | board | belongs to kept = shelf, and kept is local; say kept = shelf,",
        "board = 7 | board | belongs to kept = shelf, and kept is local unless said; say kept = shelf",
        "password = CanaryKey | password | belongs to kept = shelf",
        "url = redis | url | belongs to kept = redis, and kept is local unless said",
        "kept = local, bord = 7 | bord | unknown key; known here: hash-key, kept",
        "tenure = 50/s | tenure | say it there: providers.NAME.limits { tenure = … }",
        "kept = shelf, board = 1, LineAge = 50/s | LineAge | providers.NAME.limits { LineAge = … }",
        "kept = shelf, board = 1, LineAge = [5/s, 9/day] | LineAge | is a limit of one vendor's account",
        "LineAge { travel = 5ms } | LineAge | providers.NAME.limits { LineAge = … }",
        "kept = shelf, board = 1, hash-key = CanaryKey0815 | hash-key | too short",
      })
  void what_is_wrong_with_the_block_is_said_at_its_key(String block, String key, String says) {
    assertThat(problems("telproof.limits { " + block + " }"))
        .anySatisfy(
            problem -> {
              assertThat(problem.path()).isEqualTo("telproof.limits." + key);
              assertThat(problem.says()).contains(says).doesNotContain("Canary");
            });
    assertThat(shelf.opened).hasSize(shelf.closed);
  }

  @Test
  void a_configuration_that_is_only_looked_at_opens_no_store() {
    ConfigurationReport report =
        Telproof.examine(ConfigFactory.parseString("telproof.limits { kept = redis, url = 1 }"));
    assertThat(report.problems())
        .anySatisfy(problem -> assertThat(problem.path()).isEqualTo("telproof.limits.kept"));
    TelproofBuilder builder = builder(SHELF);
    builder.examined = true;
    ClientBootstrap bootstrap = new ClientBootstrap(builder, new ClientListener() {});
    bootstrap.close();
    assertThat(bootstrap.problems.list()).isEmpty();
    assertThat(shelf.opened).isEmpty();
  }

  private ClientBootstrap examined(TelproofBuilder builder) {
    builder.examined = true;
    ClientBootstrap bootstrap = new ClientBootstrap(builder, new ClientListener() {});
    bootstrap.close();
    assertThat(bootstrap.problems.list()).isEmpty();
    return bootstrap;
  }

  private List<String> settings(String block) {
    return examined(builder("telproof.limits { " + block + " }")).problems.settings().stream()
        .filter(each -> each.path().startsWith("telproof.limits."))
        .map(each -> each.path() + " = " + each.value() + " (" + each.where() + ")")
        .toList();
  }

  @Test
  void what_is_in_force_is_shown_whether_it_was_said_or_not_but_for_secrets() {
    assertThat(settings("kept = shelf, board = 7, password = CanaryKey0815"))
        .containsExactly(
            "telproof.limits.kept = shelf (String: 1)",
            "telproof.limits.board = 7 (String: 1)",
            "telproof.limits.password = *** (String: 1)",
            "telproof.limits.colour = white (module shelf)");
    assertThat(settings("kept = shelf, board = 7, colour = red"))
        .contains("telproof.limits.colour = red (String: 1)")
        .hasSize(3);
    assertThat(settings(""))
        .singleElement()
        .asString()
        .startsWith("telproof.limits.kept = local (telproof-reference.conf");
  }

  /** What stands in the provider's block, and the notes on its two limits of 20/s by default. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | phone-status @ module limited | tenure @ module limited",
        "tenure = 20/s               | phone-status @ module limited | tenure @ String: 2",
        "tenure { rate = 20/s }      | phone-status @ module limited | tenure.rate @ String: 2",
        "LineAge { travel = 20ms }   | phone-status @ module limited | LineAge.rate @ module limited",
        "LineStatus = 30/s           | tenure @ module limited       |",
      })
  void what_the_store_has_to_say_of_a_limit_is_a_note_at_its_place(
      String said, String first, @Nullable String second) {
    String text =
        "telproof.limits { kept = shelf, board = 21 }\ntelproof.providers.sold { type = limited,"
            + " account = a, secret-key = b, limits { "
            + said
            + " } }";
    assertThat(examined(limited(text)).problems.notes())
        .extracting(note -> note.path() + " @ " + note.where() + ": " + note.says())
        .containsExactlyElementsOf(
            Stream.of(first, second)
                .filter(Objects::nonNull)
                .map(
                    place ->
                        "telproof.providers.sold.limits."
                            + place
                            + ": board 21 is too high for 20/s")
                .toList());
  }

  @Test
  void nothing_is_noted_of_limits_that_the_store_does_not_keep() {
    String text =
        "telproof.limits { kept = shelf, board = 21 }\n"
            + "telproof.providers.sold { type = limited, account = a, secret-key = b }";
    assertThat(examined(limited(text)).problems.notes()).hasSize(2);
    assertThat(examined(limited(text).rateLimiters(RateLimiters.local(time))).problems.notes())
        .isEmpty();
  }

  @Test
  void a_store_that_only_the_application_has_is_a_note_and_one_that_is_misspelt_a_problem(
      @TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("app.conf"), "telproof.limits { kept = cupboard, shelf = 3 }");
    ConfigurationReport report = Telproof.examine(file);
    assertThat(report.notes())
        .anySatisfy(note -> assertThat(note.says()).contains("right only where the application"));
    assertThat(report.problems()).noneMatch(problem -> problem.path().contains("limits"));
    Path misspelt =
        Files.writeString(folder.resolve("misspelt.conf"), "telproof.limits { kept = redi }");
    assertThat(Telproof.examine(misspelt).problems())
        .anySatisfy(problem -> assertThat(problem.says()).contains("did you mean redis?"));
  }

  @Test
  void a_budget_is_counted_where_the_store_says_and_so_for_every_client() {
    String budget = SHELF + "telproof.budgets.phone-status = 3/day";
    try (Telproof one = builder(budget).open();
        Telproof other = builder(budget).open()) {
      one.phoneStatus().check(NUMBER);
      other.phoneStatus().check(NUMBER);
      one.phoneStatus().check(NUMBER);
      assertThat(failure(other).kind()).isEqualTo(FailureKind.QUOTA);
      assertThat(main.asked).hasSize(3);
    }
  }

  @Test
  void while_the_store_is_away_what_has_a_budget_is_refused_for_free_and_what_has_none_is_asked() {
    try (Telproof telproof = builder(SHELF + "telproof.budgets.phone-status = 3/day").open()) {
      shelf.away = true;
      VerificationException refused = failure(telproof);
      assertThat(refused.kind()).isEqualTo(FailureKind.THROTTLED);
      assertThat(refused.isFree()).isTrue();
      assertThat(refused.getMessage())
          .contains("the shelf fell (dust)", "nothing was sent", "telproof.limits");
      assertThat(refused.failure().skipped()).isTrue();
      assertThat(main.asked).isEmpty();
      assertThat(telproof.explain(CheckType.PHONE_STATUS).steps())
          .extracting(Step::part)
          .containsExactly(Part.SKIPPED);
      shelf.away = false;
      telproof.phoneStatus().check(NUMBER);
      assertThat(main.asked).hasSize(1);
    }
  }

  @Test
  void while_a_store_that_has_just_begun_is_told_what_was_spent_nothing_is_spent_and_it_says_so() {
    try (Telproof telproof = builder(SHELF + "telproof.budgets.phone-status = 3/day").open()) {
      shelf.tooEarly = true;
      VerificationException refused = failure(telproof);
      assertThat(refused.kind()).isEqualTo(FailureKind.THROTTLED);
      assertThat(refused.isFree()).isTrue();
      assertThat(refused.getMessage())
          .contains("has just been started", "nothing was sent", "ask again");
      assertThat(refused.failure().skipped()).isTrue();
      assertThat(main.asked).isEmpty();
    }
  }

  @Test
  void an_explanation_says_that_the_store_is_away_and_what_is_done_meanwhile() {
    try (Telproof telproof = limited().open()) {
      assertThat(explained(telproof)).contains("its limit is ").doesNotContain("shelf");
      shelf.away = true;
      assertThat(explained(telproof))
          .contains("its limit is ", "; the shelf fell (dust); no permits until it stands");
      shelf.away = false;
      assertThat(explained(telproof)).doesNotContain("shelf");
    }
  }

  @Test
  void an_explanation_says_nothing_of_a_store_that_keeps_none_of_the_limits() {
    shelf.away = true;
    try (Telproof telproof = limited().rateLimiters(RateLimiters.local(time)).open()) {
      assertThat(explained(telproof)).contains("its limit is ").doesNotContain("shelf");
    }
  }

  private TelproofBuilder limited() {
    String provider = "telproof.providers.sold { type = limited, account = a, secret-key = b }\n";
    return limited(SHELF + provider);
  }

  private TelproofBuilder limited(String text) {
    return Telproof.builder(ConfigFactory.parseString(text))
        .time(time)
        .only(List.of(new LimitedProvider.Factory()))
        .stores(List.of(shelf));
  }

  private static String explained(Telproof telproof) {
    return telproof.explain(CheckType.PHONE_STATUS).toString();
  }

  @Test
  void a_listener_hears_when_the_store_is_lost_and_when_it_is_back() {
    List<Boolean> heard = new ArrayList<>();
    ClientListener listener =
        new ClientListener() {
          @Override
          public void limitStore(boolean available) {
            heard.add(available);
          }
        };
    try (Telproof telproof = builder(SHELF).listener(listener).open()) {
      LimitStoreEnvironment environment = shelf.environment.orElseThrow();
      environment.availability().changed(false);
      environment.availability().changed(true);
      assertThat(telproof.routed(CheckType.PHONE_STATUS)).isTrue();
    }
    assertThat(heard).containsExactly(false, true);
  }

  private static VerificationException failure(Telproof telproof) {
    return catchThrowableOfType(
        VerificationException.class, () -> telproof.phoneStatus().check(NUMBER));
  }
}
