package io.telproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.cli.Session.Outcome;
import io.telproof.client.Ledgers;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.Settlement;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No line is wider than the screen, whatever stands in it, and no column is pushed aside. */
final class WidthTest {
  private static final String PURPOSE = "每年一次的号码核查，由风险控制部门发起，用于确认客户的手机号码仍在使用中";

  @TempDir private Path directory;
  private Path folder = Path.of("");
  private String scripted = "";
  private String vendors = "";
  private String books = "";

  @BeforeEach
  void write() throws Exception {
    folder = Files.createDirectory(directory.resolve("配置文件与名单"));
    scripted =
        file(
            "provider.conf",
            "telproof.providers.main { type = scripted, says = known-late, name = 张三李四王五 }");
    vendors =
        file(
            "vendors.conf",
            """
            telproof {
              providers {
                main { type = tencent, secret-id = a, secret-key = b }
                a-provider-with-a-very-long-name { type = alibaba, access-key-id = a
                  access-key-secret = b, sign-name = 阿里云短信测试签名阿里云短信测试签名, template-code = c }
              }
              routes { tenure = [main, a-provider-with-a-very-long-name] }
            }
            """);
    books =
        file(
            "books.conf",
            "telproof.ledger { kept = file, directory = \"%s\", hash-key = 0123456789abcdef }"
                .formatted(directory.resolve("books")));
    Files.writeString(folder.resolve("账单.csv"), "time,id\n20260101,r-9\n");
    Files.writeString(folder.resolve("in.csv"), "号码\n13800138000\n12\n");
    try (Ledger ledger = Ledgers.open(Telproof.loadConfig(Path.of(books)))) {
      ask(ledger, 1);
      ask(ledger, 2);
      ledger.settle(
          new Settlement(
              "%032x".formatted(1),
              Instant.parse("2026-01-01T01:00:00Z"),
              Settlement.KNOWN,
              Charge.CHARGED,
              Optional.empty(),
              Optional.of("2db65704-1079-ceda-27d9-f1d0f5b1e47a"),
              Duration.ofMillis(120)));
    }
  }

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void ask(Ledger ledger, int number) throws Exception {
    ledger.intend(
        Intent.of(
            "%032x".formatted(number),
            Instant.parse("2026-01-01T01:00:00Z"),
            CheckType.TENURE,
            "main",
            "MobileNetworkTimeVerification",
            "%032x".formatted(9),
            new CallContext(
                Duration.ofSeconds(1),
                "0b0f9a3c-3f9e-4d57-8b2c-5a4f0a1c2d3e",
                Optional.of(PURPOSE))));
  }

  private Outcome run(int columns, String line) {
    List<String> arguments = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      arguments.add(
          switch (word) {
            case "SCRIPTED" -> scripted;
            case "VENDORS" -> vendors;
            case "BOOKS" -> books;
            case "STATEMENT" -> folder.resolve("账单.csv").toString();
            case "IN" -> folder.resolve("in.csv").toString();
            case "OUT" -> folder.resolve("out.csv").toString();
            default -> word;
          });
    }
    return Session.PLAIN.columns(columns).run(arguments.toArray(String[]::new));
  }

  private static void fits(String printed, int columns) {
    assertThat(printed.lines()).isNotEmpty();
    assertThat(printed.lines().filter(line -> DisplayWidth.of(line) > columns)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check tenure 13800138000",
        "check tenure 13800138000 --config SCRIPTED",
        "check tenure +8613800138250",
        "code send 13800138000 --config SCRIPTED",
        "providers",
        "providers --config VENDORS",
        "config check VENDORS",
        "config check BOOKS",
        "explain tenure --config VENDORS",
        "explain code-delivery --config VENDORS",
        "ledger doubts --config BOOKS",
        "ledger bill --config BOOKS",
        "ledger reconcile STATEMENT --time time --request-id id --config BOOKS",
        "bulk tenure IN OUT --column number=号码 --dry-run",
        "bulk tenure IN OUT --column number=号码",
      })
  void every_table_holds_at_any_width(String line) {
    String wide = run(Screen.ENDLESS, line).out();
    for (int columns : new int[] {40, 60, 80, 132}) {
      String printed = run(columns, line).out();
      fits(printed, columns);
      if (!line.startsWith("bulk") && !line.startsWith("check")) {
        // Every letter is there, at whatever place; how often a cell is repeated is nobody's.
        assertThat(letters(printed)).isEqualTo(letters(wide));
      }
    }
  }

  private static List<Integer> letters(String text) {
    return text.codePoints()
        .filter(point -> !Character.isWhitespace(point))
        .sorted()
        .boxed()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void the_page_of_the_sandbox_holds(int columns) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Screen screen = new Screen(new PrintStream(out, true, UTF_8), false, columns);
    URI endpoint = URI.create("http://127.0.0.1:54321");
    new SandboxPage(screen).print(endpoint, URI.create(endpoint + "/"), true);
    fits(out.toString(UTF_8), columns);
  }

  @ParameterizedTest
  @CsvSource({"40, 55", "80, 80", "200, 80"})
  void help_is_as_wide_as_the_screen_but_no_wider_than_one_reads(int columns, int wide) {
    fits(run(columns, "bulk --help").out(), wide);
  }

  @Test
  void a_column_begins_where_it_does_in_every_row_whatever_its_characters() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Columns(List.of(List.of("NAME", "PURPOSE"), List.of("张三", "x"), List.of("e\u0301", "y")))
        .print(new Screen(new PrintStream(out, true, UTF_8), false, 80));
    assertThat(out.toString(UTF_8)).isEqualTo("NAME  PURPOSE\n张三  x\ne\u0301     y\n");
  }

  @Test
  void a_cell_goes_on_below_itself_where_it_has_no_room() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Columns(
            List.of(
                List.of("CHECK", "BILLED", "LIMIT"),
                List.of("tenure", "Result 0, -1 and -2, once delivered", "20/s")))
        .print(new Screen(new PrintStream(out, true, UTF_8), false, 40));
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            CHECK   BILLED                     LIMIT
            tenure  Result 0, -1 and -2, once  20/s
                    delivered
            """);
  }

  @Test
  void a_row_that_has_no_room_at_all_takes_several_lines() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Columns(
            List.of(
                List.of("SETTING", "WHERE"),
                List.of("telproof.retry.attempts", "/etc/telproof.conf"),
                List.of("telproof.coalesce", "default")))
        .print(new Screen(new PrintStream(out, true, UTF_8), false, 40));
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            SETTING                  WHERE
            telproof.retry.attempts
                /etc/telproof.conf
            telproof.coalesce        default
            """);
  }

  @Test
  void colours_are_those_of_the_text_on_every_line_that_it_takes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Screen screen = new Screen(new PrintStream(out, true, UTF_8), true, 12);
    screen.part(Colour.LABEL, "why ").line(Colour.KNOWN, "one two three");
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "\u001b[2mwhy \u001b[0m\u001b[1mone two\u001b[0m\n    \u001b[1mthree\u001b[0m\n");
  }
}
