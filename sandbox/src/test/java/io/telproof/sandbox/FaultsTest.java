package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.sandbox.RawSocket.End;
import io.telproof.sandbox.RawSocket.RawReply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller meets, byte by byte. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class FaultsTest {

  private static final String NUMBER = "13800138000";
  private static final String BODY = "{\"months\":\"[24,+)\"}";

  private final Sandbox sandbox = Sandbox.start(new AcmeVendor());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private RawReply meet(Fault fault, int silenceMillis) throws IOException {
    sandbox.faults().next(fault);
    try (RawSocket caller = new RawSocket(sandbox)) {
      return caller.ask(NUMBER).read(silenceMillis, 100_000);
    }
  }

  private void awaitBilled(int requests) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (sandbox.bill().requests() < requests && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void faults_are_named_over_http_and_told_and_forgotten() throws IOException {
    assertThat(Http.get(sandbox, "/faults").body())
        .startsWith("{\"waiting\":[],\"faults\":[{\"name\":\"RESET_BEFORE_REPLY\",\"sentence\":");
    assertThat(Http.post(sandbox, "/faults/HTML_502").status()).isEqualTo(200);
    assertThat(Http.post(sandbox, "/faults/HTTP_429?times=2").body())
        .contains("\"waiting\":[\"HTML_502\",\"HTTP_429\",\"HTTP_429\"]");
    try (RawSocket caller = new RawSocket(sandbox)) {
      assertThat(caller.ask(NUMBER).read(5000, 100).text()).startsWith("HTTP/1.1 502 ");
    }
    assertThat(sandbox.faults().waiting()).containsExactly(Fault.HTTP_429, Fault.HTTP_429);
    assertThat(Http.send("DELETE", sandbox, "/faults").body()).contains("\"waiting\":[]");
  }

  @ParameterizedTest
  @CsvSource({
    "/faults/NONE, 404",
    "/faults/HTTP_503?times=0, 400",
    "/faults/HTTP_503?times=1001, 400",
    "/faults/HTTP_503?times=x, 400",
    "/faults/HTTP_503?once=1, 400",
  })
  void a_fault_that_is_none_is_refused_and_what_there_is_is_told(String path, int status)
      throws IOException {
    Http.Reply reply = Http.post(sandbox, path);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).contains("\"error\":", "HTTP_503");
    assertThat(sandbox.faults().waiting()).isEmpty();
  }

  @Test
  void a_reset_comes_without_a_byte() throws IOException {
    assertThat(meet(Fault.RESET_BEFORE_REPLY, 5000)).isEqualTo(new RawReply("", End.RESET));
  }

  @Test
  void a_disconnection_comes_without_a_byte_and_in_order() throws IOException {
    assertThat(meet(Fault.DISCONNECT, 5000)).isEqualTo(new RawReply("", End.CLOSED));
  }

  @Test
  void a_kept_connection_is_reset_when_the_second_request_meets_the_fault() throws IOException {
    try (RawSocket first = new RawSocket(sandbox);
        RawSocket second = new RawSocket(sandbox)) {
      assertThat(second.ask(NUMBER).reply()).endsWith(BODY);
      assertThat(first.ask(NUMBER).reply()).endsWith(BODY);
      sandbox.faults().next(Fault.RESET_BEFORE_REPLY);

      assertThat(second.ask(NUMBER).read(5000, 100_000)).isEqualTo(new RawReply("", End.RESET));
      assertThat(first.ask(NUMBER).reply()).endsWith(BODY);
    }
  }

  @Test
  void a_stall_is_silent_with_the_connection_open() throws IOException {
    assertThat(meet(Fault.STALL, 700)).isEqualTo(new RawReply("", End.OPEN));
  }

  @Test
  void a_drip_brings_the_head_and_then_byte_after_byte() throws IOException {
    sandbox.faults().next(Fault.DRIP);
    try (RawSocket caller = new RawSocket(sandbox)) {
      long start = System.nanoTime();
      String head = caller.ask(NUMBER).head();
      assertThat(head).startsWith("HTTP/1.1 200").contains("Content-Length: " + BODY.length());

      assertThat(caller.read(10_000, 3).text()).isEqualTo(BODY.substring(0, 3));
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(740L, 10_000L);
    }
  }

  @Test
  void half_a_reply_announces_the_whole_and_breaks_off() throws IOException {
    RawReply seen = meet(Fault.HALF_REPLY, 5000);
    assertThat(seen.text()).contains("Content-Length: " + BODY.length());
    assertThat(seen.text()).endsWith("\r\n\r\n" + BODY.substring(0, BODY.length() / 2));
    assertThat(seen.end()).isEqualTo(End.CLOSED);
  }

  @Test
  void an_endless_body_goes_on_after_as_much_as_anyone_takes() throws IOException {
    sandbox.faults().next(Fault.ENDLESS_BODY);
    try (RawSocket caller = new RawSocket(sandbox)) {
      RawReply seen = caller.ask(NUMBER).read(5000, 5_000_000);
      assertThat(seen.text()).contains("Transfer-Encoding: chunked").hasSize(5_000_000);
      assertThat(seen.end()).isEqualTo(End.OPEN);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "HTML_502",
        "HTML_200",
        "EMPTY_200",
        "EMPTY_OBJECT",
        "NOT_JSON_200",
        "REDIRECT_307",
        "HTTP_429",
        "HTTP_503"
      })
  void a_whole_but_useless_reply_leaves_the_connection_open(Fault fault) throws IOException {
    sandbox.faults().next(fault);
    String expected =
        switch (fault) {
          case HTML_502 -> "HTTP/1.1 502 [\\s\\S]*Content-Type: text/html[\\s\\S]*<html>[\\s\\S]*";
          case HTML_200 -> "HTTP/1.1 200 [\\s\\S]*Content-Type: text/html[\\s\\S]*<html>[\\s\\S]*";
          case EMPTY_200 -> "HTTP/1.1 200 [\\s\\S]*Content-Length: 0[\\s\\S]*\r\n\r\n";
          case EMPTY_OBJECT -> "HTTP/1.1 200 [\\s\\S]*application/json[\\s\\S]*\r\n\r\n\\{\\}";
          case NOT_JSON_200 -> "HTTP/1.1 200 [\\s\\S]*application/json[\\s\\S]*\\{\"months\"";
          case REDIRECT_307 -> "HTTP/1.1 307 [\\s\\S]*Location: /\\?number=" + NUMBER + "[\\s\\S]*";
          case HTTP_429 -> "HTTP/1.1 429 [\\s\\S]*\r\n\r\nToo Many Requests";
          case HTTP_503 -> "HTTP/1.1 503 [\\s\\S]*Retry-After: 0[\\s\\S]*Service Unavailable";
          default -> "";
        };
    try (RawSocket caller = new RawSocket(sandbox)) {
      assertThat(caller.ask(NUMBER).reply()).matches(expected).contains("Date: ");
      assertThat(caller.ask(NUMBER).reply()).endsWith(BODY);
    }
  }

  @Test
  void a_connection_can_go_stale_after_a_whole_reply() throws Exception {
    RawReply seen = meet(Fault.CLOSE_AFTER_REPLY, 5000);
    assertThat(seen.text()).endsWith(BODY).doesNotContain("Connection: close");
    assertThat(seen.end()).isEqualTo(End.CLOSED);
    assertThat(sandbox.faults().awaitOut(Duration.ofSeconds(10))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"SECOND_REPLY", "SECOND_REPLY_LATER", "UNASKED_408", "MORE_THAN_ANNOUNCED"})
  void what_nobody_asked_for_comes_behind_a_whole_reply_and_the_connection_stays_open(Fault fault)
      throws Exception {
    sandbox.faults().next(fault);
    String expected =
        switch (fault) {
          case UNASKED_408 -> "HTTP/1.1 408 [\\s\\S]*\r\n\r\n";
          case MORE_THAN_ANNOUNCED -> "\n}0";
          default -> "HTTP/1.1 200 [\\s\\S]*\r\n\r\n\\{\"months\":.*";
        };
    try (RawSocket caller = new RawSocket(sandbox)) {
      assertThat(caller.ask(NUMBER).reply()).startsWith("HTTP/1.1 200").endsWith(BODY);
      assertThat(sandbox.faults().awaitOut(Duration.ofSeconds(10))).isTrue();
      assertThat(caller.read(200, 100_000).text()).matches(expected);
      assertThat(caller.ask(NUMBER).reply()).endsWith(BODY);
    }
    assertThat(sandbox.faults().awaitOut(Duration.ZERO)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void the_question_is_on_the_bill_whatever_happens_to_the_reply(Fault fault) throws IOException {
    meet(fault, 50);
    awaitBilled(1);

    assertThat(sandbox.bill().requests("age")).isEqualTo(1);
    assertThat(sandbox.bill().charged("age")).isEqualTo(fault.carriedOut() ? 1 : 0);
    assertThat(sandbox.bill().lines().get(0).fault()).contains(fault);
    assertThat(sandbox.heard()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Scenario.class,
      names = {"RESET_BEFORE_REPLY", "STALL", "HTML_502", "HTTP_429"})
  void a_magic_number_meets_its_fault_each_time(Scenario scenario) throws IOException {
    for (int i = 0; i < 2; i++) {
      try (RawSocket caller = new RawSocket(sandbox)) {
        caller.ask(scenario.phoneNumber(i).substring(3)).read(50, 100_000);
        awaitBilled(i + 1);
      }
    }
    assertThat(sandbox.bill().lines())
        .hasSize(2)
        .allMatch(line -> line.fault().equals(scenario.fault()));
  }

  @Test
  void faults_are_met_in_their_order_once_each_and_not_by_reading_the_bill() throws IOException {
    sandbox.faults().next(2, Fault.HTML_502);
    sandbox.faults().next(Fault.EMPTY_OBJECT);
    try (RawSocket caller = new RawSocket(sandbox)) {
      for (String expected : List.of("HTTP/1.1 502", "HTTP/1.1 502", "HTTP/1.1 200")) {
        assertThat(Http.get(sandbox, "/bill").status()).isEqualTo(200);
        assertThat(caller.ask(NUMBER).reply()).startsWith(expected);
      }
      assertThat(caller.ask(NUMBER).reply()).endsWith(BODY);
    }
  }

  @Test
  void faults_nobody_met_can_be_forgotten() throws IOException {
    sandbox.faults().next(3, Fault.STALL);
    sandbox.faults().clear();
    try (RawSocket caller = new RawSocket(sandbox)) {
      assertThat(caller.ask(NUMBER).reply()).endsWith(BODY);
    }
  }

  @Test
  void a_fault_is_met_at_least_once() {
    assertThatThrownBy(() -> sandbox.faults().next(0, Fault.STALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1");
  }
}
