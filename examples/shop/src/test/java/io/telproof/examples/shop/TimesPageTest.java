package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/timeouts-and-threads.md says of defaults and of types is what is there. */
final class TimesPageTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path PAGE = ROOT.resolve("docs/timeouts-and-threads.md");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:final |sealed |abstract )*(?:class|interface) (\\w+)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ");

  /** Of the packages that applications use; records and enums are spoken of together. */
  static Stream<String> types() throws IOException {
    List<String> types = new ArrayList<>();
    for (String module :
        List.of("core", "client", "guice", "micrometer", "sandbox", "bulk", "ledger")) {
      PACKAGE
          .splitAsStream(Files.readString(ROOT.resolve(module).resolve("api.txt")))
          .filter(each -> !each.startsWith("io.telproof.spi"))
          .flatMap(each -> TYPE.matcher(each).results())
          .map((MatchResult type) -> type.group(1))
          .forEach(types::add);
    }
    return types.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("types")
  void each_type_of_the_interface_is_said_to_be_shared_or_not(String type) throws IOException {
    assertThat(Files.readString(PAGE)).contains("`" + type + "`");
  }

  @Test
  void the_types_are_found() throws IOException {
    assertThat(types()).hasSizeGreaterThan(40).contains("Telproof", "Receipt", "BulkRun");
  }

  @Test
  void a_call_has_the_time_that_the_page_says() throws IOException {
    assertThat(CallContext.standard().within()).isEqualTo(Duration.ofSeconds(10));
    assertThat(Files.readString(PAGE)).contains("| a call, with everything in it | 10 s |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a connection, from the name to the end of TLS / 3 s; | connect-timeout = 3s
          an idle connection is kept / 8 s; | keep-alive = 8s
          the same while another provider of the route can be asked / 1 s, | max-wait = 1s
          random, up to 100 ms and 200 ms; | first-backoff = 100ms
          `retry.attempts = 3` | attempts = 3
          a breaker stays open / 30 s | open-for = 30s
          """)
  void a_default_is_that_of_the_reference(String said, String setting) throws IOException {
    assertThat(Files.readString(PAGE)).contains(said.replace(" / ", " | "));
    assertThat(Files.readString(ROOT.resolve("client/src/main/resources/telproof-reference.conf")))
        .contains(setting);
  }

  @ParameterizedTest
  @CsvSource({"1541, | 10000 | 1541 bytes |", "1.59, 1.59 |", "1.61, 1.61 |"})
  void a_figure_is_that_of_the_measurement(String said, String measured) throws IOException {
    assertThat(Files.readString(PAGE)).contains(said);
    assertThat(Files.readString(ROOT.resolve("docs/performance.md"))).contains(measured);
  }
}
