package io.telproof.spi.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.VerificationException;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.Time;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import okhttp3.Request;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Timeout(120)
class SecrecyTest {
  private static final List<String> CANARIES =
      List.of(
          Line.CANARY,
          Line.NAME_CANARY,
          URLEncoder.encode(Line.NAME_CANARY, StandardCharsets.UTF_8),
          Line.KEY_CANARY);

  @ParameterizedTest
  @MethodSource("io.telproof.spi.http.Fault#all")
  void no_fault_tells_who_was_asked_about_or_with_which_key(Fault fault) throws Exception {
    List<String> told = new ArrayList<>();
    try (LogCapture logs = new LogCapture();
        RawServer server = new RawServer(fault.script());
        Line line = new Line(Time.system(), fault.transport())) {
      VerificationException failure =
          line.failure(
              fault.url(server), fault.endless() ? Duration.ofMillis(250) : Duration.ofSeconds(10));
      told.add(text(failure));
      told.addAll(threads());
      told.addAll(logs.lines());
    }
    holdsNoCanary(told);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 429, 500, 503})
  void no_reply_that_echoes_everything_tells_it_on(int status) throws Exception {
    String echo = String.join(" ", CANARIES);
    String ascii = Line.CANARY + " " + Line.KEY_CANARY;
    List<String> told = new ArrayList<>();
    try (LogCapture logs = new LogCapture();
        RawServer server =
            new RawServer(
                RawServer.always(
                    RawServer.reply(
                        status + " " + ascii,
                        "X-Echo: " + ascii + "\r\nLocation: /" + Line.CANARY + "\r\n",
                        "{\"Message\":\"" + echo + "\"}")));
        Line line = new Line()) {
      Reply reply = line.ask(server.url("http"), Duration.ofSeconds(10));
      told.add(reply.toString());
      told.add(reply.coded(Line.CANARY).identified(java.util.Optional.of(Line.CANARY)).toString());
      told.add(text(reply.withoutCode("is not JSON")));
      told.add(reply.json().orElseThrow().toString());
      told.addAll(threads());
      told.addAll(logs.lines());
    }
    holdsNoCanary(told);
  }

  @Test
  void what_is_about_to_be_sent_prints_nothing_of_it() {
    OutgoingRequest outgoing = Line.question("http://127.0.0.1:1", new CountingRateLimiter());
    holdsNoCanary(List.of(outgoing.toString()));
  }

  @Test
  void these_tests_would_see_a_canary_in_a_log() {
    try (LogCapture logs = new LogCapture()) {
      LoggerFactory.getLogger("any").trace("of {}", Line.CANARY);
      Logger.getLogger("other").finest(Line.KEY_CANARY);
      assertThat(logs.lines())
          .anyMatch(line -> line.contains(Line.CANARY))
          .anyMatch(line -> line.contains(Line.KEY_CANARY));
    }
  }

  /** OkHttp quotes a header's value that it refuses; a pasted key with a line break is one. */
  @Test
  void a_key_that_cannot_stand_in_a_header_is_not_told() throws Exception {
    Signer broken =
        (request, body, credentials, at, nonce) ->
            new Request.Builder()
                .url(request.url())
                .header("X-Token", Line.KEY_CANARY + "\n")
                .build();
    List<String> told = new ArrayList<>();
    try (LogCapture logs = new LogCapture();
        Line line = new Line(Time.system(), broken, UnaryOperator.identity())) {
      VerificationException failure = line.failure("http://127.0.0.1:1", Duration.ofSeconds(10));
      told.add(text(failure));
      told.addAll(logs.lines());
      assertThat(failure.kind()).isEqualTo(io.telproof.FailureKind.UNAUTHORIZED);
      assertThat(failure.charge()).isEqualTo(io.telproof.Charge.FREE);
      assertThat(line.limiter.events()).containsExactly("taken", "given back");
    }
    holdsNoCanary(told);
  }

  private static void holdsNoCanary(List<String> told) {
    assertThat(told).isNotEmpty();
    for (String text : told) {
      assertThat(text).doesNotContain(CANARIES);
    }
  }

  private static String text(Throwable failure) {
    return failure + "\n" + Throwables.getStackTrace(failure);
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }
}
