package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people and programs are told of the requests, and what they may set. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class PagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  private final AcmeVendor acme = new AcmeVendor();
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.of(acme).at(clock).withConfiguration(address -> "acme at " + address));

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Http.Reply ask(String number) {
    String target = "/?number=" + number;
    return sent(
        new Request.Builder()
            .url(sandbox.endpoint() + target)
            .header("X-Acme-Signature", AcmeVendor.signature(target)));
  }

  private static Http.Reply sent(Request.Builder request) {
    try {
      return Http.send(request.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode get(String path) {
    return read(Http.get(sandbox, path));
  }

  private JsonNode post(String path) throws IOException {
    return read(Http.post(sandbox, path));
  }

  private static JsonNode read(Http.Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    try {
      return JSON.readTree(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Http.Reply html() {
    return sent(
        new Request.Builder()
            .url(sandbox.endpoint() + "/")
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
  }

  @Test
  void a_browser_is_shown_a_page_that_may_load_and_run_nothing_but_itself() {
    Http.Reply reply = html();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().get("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(reply.headers().get("Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'sha256-")
        .contains("style-src 'sha256-", "connect-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(reply.body())
        .doesNotContainPattern("(src|href|action)=\"?https?:")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContain("style=\"", "@import", "innerHTML");
  }

  @Test
  void a_vendor_is_asked_before_the_page_is_shown() {
    String target = "/?number=13800138000";
    Http.Reply reply =
        sent(
            new Request.Builder()
                .url(sandbox.endpoint() + target)
                .header("Accept", "text/html")
                .header("X-Acme-Signature", AcmeVendor.signature(target)));
    assertThat(reply.body()).startsWith("{\"months\":");
  }

  @Test
  void each_request_is_told_with_how_it_ended_and_why() {
    ask("13800138000");
    ask("13800138230");
    sandbox.faults().next(Fault.HTML_502);
    ask("13800138000");
    JsonNode page = get("/requests");

    assertThat(page.path("last").asLong()).isEqualTo(3);
    JsonNode requests = page.path("requests");
    assertThat(requests.findValuesAsText("verdict"))
        .containsExactly("answered", "answered", "spoilt");
    assertThat(requests.get(0).path("at").asText()).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(requests.get(0).path("operation").asText()).isEqualTo("age");
    assertThat(requests.get(0).path("contact").asText()).isEqualTo("138****8000");
    assertThat(requests.get(0).path("billing").asText()).isEqualTo("charged");
    assertThat(requests.get(2).at("/fault/name").asText()).isEqualTo("HTML_502");
    assertThat(requests.toString()).doesNotContain("13800138000", "13800138230");
    assertThat(get("/requests?after=2").path("requests").findValuesAsText("number"))
        .containsExactly("3");
  }

  @Test
  void a_status_of_an_error_is_a_refusal() {
    sent(
        new Request.Builder()
            .url(sandbox.endpoint() + "/?number=13800138000")
            .header("X-Acme-Signature", "wrong"));
    assertThat(get("/requests").at("/requests/0/verdict").asText()).isEqualTo("refused");
  }

  @Test
  void the_last_two_hundred_requests_are_kept() {
    for (int i = 0; i < 203; i++) {
      ask("13800138000");
    }
    JsonNode numbers = get("/requests").path("requests");
    assertThat(numbers).hasSize(200);
    assertThat(numbers.get(0).path("number").asInt()).isEqualTo(4);
  }

  @Test
  void the_list_and_the_bill_are_cleared() throws IOException {
    ask("13800138000");
    assertThat(read(Http.send("DELETE", sandbox, "/requests")).path("requests")).isEmpty();
    assertThat(read(Http.send("DELETE", sandbox, "/bill")).path("requests").asInt()).isZero();
    ask("13800138000");
    assertThat(get("/requests").at("/requests/0/number").asInt()).isEqualTo(2);
    assertThat(get("/bill?lines=0").path("lines")).isEmpty();
    assertThat(get("/bill?lines=1").path("lines")).hasSize(1);
  }

  @Test
  void requests_are_streamed_as_they_arrive_and_after_a_break_none_comes_twice()
      throws IOException {
    ask("13800138000");
    try (Response first = open("")) {
      BufferedReader lines = lines(first);
      assertThat(first.header("Content-Type")).isEqualTo("text/event-stream");
      assertThat(next(lines)).isEqualTo("id: 1");
      ask("13800138000");
      assertThat(next(lines)).isEqualTo("id: 2");
    }
    ask("13800138000");
    try (Response second = open("2")) {
      assertThat(next(lines(second))).isEqualTo("id: 3");
    }
  }

  private Response open(String lastEventId) throws IOException {
    return Http.CLIENT
        .newCall(
            new Request.Builder()
                .url(sandbox.endpoint() + "/events")
                .header("Last-Event-ID", lastEventId)
                .build())
        .execute();
  }

  private static BufferedReader lines(Response response) {
    return new BufferedReader(
        new InputStreamReader(response.body().byteStream(), StandardCharsets.UTF_8));
  }

  private static String next(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith("id: ")) {
      line = lines.readLine();
    }
    return String.valueOf(line);
  }

  @Test
  void closing_the_sandbox_ends_the_streams() throws IOException {
    try (Response stream = open("")) {
      BufferedReader lines = lines(stream);
      assertThat(lines.readLine()).startsWith("retry:");
      sandbox.close();
      assertThat(ends(lines)).isTrue();
    }
  }

  private static boolean ends(BufferedReader lines) {
    try {
      while (lines.readLine() != null) {
        // To its end.
      }
    } catch (IOException broken) {
      return true;
    }
    return true;
  }

  @Test
  void a_reader_that_reads_nothing_delays_no_reply_and_no_closing() throws IOException {
    try (Socket reader =
        new Socket(InetAddress.getLoopbackAddress(), sandbox.endpoint().getPort())) {
      reader.setReceiveBufferSize(1024);
      String request = "GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      reader.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 3000; i++) {
        assertThat(ask("13800138000").status()).isEqualTo(200);
      }
      sandbox.close();
    }
    assertThat(sandbox.bill().requests()).isEqualTo(3000);
  }

  @Test
  void a_vendors_clock_is_put_ahead_and_back_by_hand() throws IOException {
    assertThat(post("/clock/acme?ahead=PT5M").path("time").asText())
        .isEqualTo("2026-11-21T12:05:00Z");
    assertThat(ask("13800138000").headers().get("Date")).isEqualTo("Sat, 21 Nov 2026 12:05:00 GMT");
    assertThat(get("/requests").at("/requests/0/vendorTime").asText())
        .isEqualTo("2026-11-21T12:05:00Z");
    assertThat(post("/clock/acme?ahead=PT-90S").path("seconds").asInt()).isEqualTo(-90);
    assertThat(get("/clock").get(0).path("ahead").asText()).isEqualTo("PT-1M-30S");
    assertThat(get("/clock/acme").path("vendor").asText()).isEqualTo("acme");
    assertThat(Http.post(sandbox, "/clock/acme?ahead=soon").status()).isEqualTo(400);
    assertThat(Http.post(sandbox, "/clock/acme?ahead=P9999D").status()).isEqualTo(400);
    assertThat(Http.post(sandbox, "/clock/other?ahead=PT5M").status()).isEqualTo(404);
  }

  @Test
  void a_limit_is_set_by_hand() throws IOException {
    assertThat(get("/limits").get(0).path("initial").asInt()).isEqualTo(1_000_000);
    post("/limits/acme/age?perSecond=1");
    assertThat(get("/limits").get(0).path("perSecond").asInt()).isEqualTo(1);
    assertThat(ask("13800138000").status()).isEqualTo(200);
    assertThat(ask("13800138000").status()).isEqualTo(429);
    clock.advance(Duration.ofSeconds(1));
    assertThat(ask("13800138000").status()).isEqualTo(200);
    assertThat(Http.post(sandbox, "/limits/acme/age?perSecond=0").status()).isEqualTo(400);
    assertThat(Http.post(sandbox, "/limits/acme/name?perSecond=1").status()).isEqualTo(404);
  }

  @Test
  void a_clock_that_is_put_back_leaves_nobody_waiting_for_the_time_it_had() throws IOException {
    post("/limits/acme/age?perSecond=1");
    post("/clock/acme?ahead=PT1H");
    assertThat(ask("13800138000").status()).isEqualTo(200);
    post("/clock/acme?ahead=PT0S");
    assertThat(ask("13800138000").status()).isEqualTo(200);
  }

  @Test
  void a_fault_can_wait_for_one_vendor() throws IOException {
    assertThat(post("/faults/HTTP_503?times=2&vendor=acme").at("/queue/1/vendor").asText())
        .isEqualTo("acme");
    assertThat(Http.post(sandbox, "/faults/HTTP_503?vendor=other").status()).isEqualTo(400);
    sandbox.faults().clear();
    sandbox.faults().next(1, Fault.EMPTY_200, "other");
    sandbox.faults().next(Fault.HTML_502);
    assertThat(ask("13800138000").status()).isEqualTo(502);
    assertThat(ask("13800138000").status()).isEqualTo(200);
    assertThat(sandbox.faults().waiting()).containsExactly(Fault.EMPTY_200);
  }

  @Test
  void the_configuration_is_for_the_address_under_which_it_is_asked_for() {
    assertThat(Http.get(sandbox, "/configuration").body())
        .isEqualTo("acme at " + sandbox.endpoint());
    assertThat(
            sent(new Request.Builder()
                    .url(sandbox.endpoint() + "/configuration")
                    .header("Host", "localhost:9000"))
                .body())
        .isEqualTo("acme at http://localhost:9000");
    try (Sandbox without = Sandbox.start()) {
      assertThat(Http.get(without, "/configuration").status()).isEqualTo(404);
    }
  }

  @Test
  void every_reply_of_its_own_is_kept_from_other_sites_and_from_memories() {
    for (String path : List.of("/requests", "/bill", "/keys", "/faults", "/clock", "/limits")) {
      assertThat(Http.get(sandbox, path).headers())
          .contains(
              kotlin.TuplesKt.to("Cache-Control", "no-store"),
              kotlin.TuplesKt.to("X-Content-Type-Options", "nosniff"),
              kotlin.TuplesKt.to("Cross-Origin-Resource-Policy", "same-origin"));
    }
  }

  @Test
  void a_long_name_of_an_operation_is_cut() {
    try (Sandbox tencent = Sandbox.start(new io.telproof.sandbox.tencent.TencentVendor())) {
      sent(
          new Request.Builder()
              .url(tencent.endpoint() + "/")
              .header("X-TC-Action", "x".repeat(1000))
              .post(RequestBody.create(new byte[0])));
      assertThat(Http.get(tencent, "/requests").body())
          .containsPattern(Pattern.compile("\"operation\":\"x{60}…\""));
    }
  }
}
