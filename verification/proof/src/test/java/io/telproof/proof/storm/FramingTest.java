package io.telproof.proof.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.client.Telproof;
import io.telproof.spi.ratelimit.RateLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One reply is framed in another way, and 59 questions about other people follow. All that the
 * vendor says unasked is there before the next question is put, so that a client which looks at its
 * connections is never in doubt about those 59. The vendors take turns: some write the id of a
 * reply into its body, some into its head, and one has none.
 */
@Timeout(60)
final class FramingTest {
  private static final PrivateCa CA = new PrivateCa();
  private static final int FRAMED = 4_201;
  private static final int OTHERS = 59;

  /** For a reply whose end never comes. */
  private static final Duration SHORT = Duration.ofMillis(250);

  private static final Duration LONG = Duration.ofSeconds(10);

  @Test
  void there_are_sixty_framings_and_more_and_each_has_a_name_of_its_own() {
    assertThat(Catalogue.all())
        .extracting(Framing::name)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(60);
  }

  static Stream<Arguments> inPlainText() {
    return inTurn(Catalogue.all(), 0);
  }

  /** Each of another vendor than in plain text. */
  static Stream<Arguments> underTls() {
    return inTurn(StrayReplies.all(), 2);
  }

  private static Stream<Arguments> inTurn(List<Framing> framings, int first) {
    AskedVendor[] vendors = AskedVendor.values();
    return IntStream.range(0, framings.size())
        .mapToObj(nth -> Arguments.of(framings.get(nth), vendors[(first + nth) % vendors.length]));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("inPlainText")
  void no_answer_is_another_persons_in_plain_text_after(Framing framing, AskedVendor vendor)
      throws Exception {
    ask(framing, vendor, ServerSocketFactory.getDefault(), "http", "");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("underTls")
  void no_answer_is_another_persons_under_tls_after(
      Framing framing, AskedVendor vendor, @TempDir Path directory) throws Exception {
    String network = "providers." + vendor.provider() + "." + CA.trusted(directory);
    ask(framing, vendor, CA.sockets(), "https", network);
  }

  private static void ask(
      Framing framing,
      AskedVendor asked,
      ServerSocketFactory sockets,
      String scheme,
      String network)
      throws IOException, InterruptedException {
    Books books = new Books();
    FramedVendor manner = new FramedVendor(framing);
    QuestionEnd framed;
    List<QuestionEnd> others = new ArrayList<>();
    try (RawVendor vendor =
            new RawVendor(asked.provider(), asked.simulator(), books, sockets, manner);
        Telproof telproof =
            Client.openRoutes(
                List.of(asked.block(vendor.endpoint(scheme))),
                asked.route() + "\n breaker.enabled = false\n" + network,
                limit -> RateLimit.perSecond(10_000))) {
      others.add(Client.ask(telproof, asked.question(), FRAMED - 1, LONG));
      framed = Client.ask(telproof, asked.question(), FRAMED, framing.legal() ? LONG : SHORT);
      manner.sayTheRest();
      IntStream.rangeClosed(1, OTHERS)
          .forEach(nth -> others.add(Client.ask(telproof, asked.question(), FRAMED + nth, LONG)));
    }

    Judgement judgement = new Judgement(books);
    Map<Violation, Integer> violations = new EnumMap<>(Violation.class);
    others.forEach(
        ending -> judgement.of(ending).forEach(each -> violations.merge(each, 1, Integer::sum)));
    assertThat(judgement.of(framed)).as("the question whose reply was framed so").isEmpty();
    assertThat(violations).as("the questions about other people").isEmpty();
    assertThat(others)
        .as("the questions about other people that got no answer")
        .filteredOn(ending -> !ending.answered())
        .isEmpty();
    if (framing.legal()) {
      assertThat(framed).as("the reply, as HTTP allows it").matches(QuestionEnd::answered);
    }
  }
}
