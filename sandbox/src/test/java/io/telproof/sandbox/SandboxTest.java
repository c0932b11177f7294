package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class SandboxTest {

  private static Http.Reply ask(Sandbox sandbox, String number) throws IOException {
    return ask(sandbox, number, AcmeVendor.signature("/?number=" + number));
  }

  private static Http.Reply ask(Sandbox sandbox, String number, String signature)
      throws IOException {
    return Http.send(
        new Request.Builder()
            .url(sandbox.endpoint() + "/?number=" + number)
            .header("X-Acme-Signature", signature)
            .build());
  }

  @Test
  void an_invented_vendor_answers_is_billed_and_says_what_it_heard() throws IOException {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      Http.Reply reply = ask(sandbox, "13800138000");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body()).isEqualTo("{\"months\":\"[24,+)\"}");
      assertThat(reply.headers().get("X-Acme")).isEqualTo("yes");
      assertThat(sandbox.bill().charged("age")).isEqualTo(1);
      ReceivedRequest heard = sandbox.heard().get(0);
      assertThat(heard.contact()).isEqualTo("13800138000");
      assertThat(heard.signatureGood()).isTrue();
    }
  }

  @Test
  void a_refused_request_stands_on_the_bill_and_costs_nothing() throws IOException {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      assertThat(ask(sandbox, "13800138000", "wrong").status()).isEqualTo(401);

      assertThat(sandbox.bill().requests()).isEqualTo(1);
      assertThat(sandbox.bill().charged()).isZero();
      assertThat(sandbox.bill().lines().get(0).vendorCode()).isEqualTo("bad-signature");
      assertThat(sandbox.heard().get(0).signatureGood()).isFalse();
    }
  }

  @Test
  void a_mistake_in_a_simulator_is_a_reply_that_says_where_and_quotes_nothing() throws IOException {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      Http.Reply reply = ask(sandbox, "13800138430");

      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.body())
          .contains("acme", "IllegalStateException", "AcmeVendor.java:")
          .doesNotContain("13800138430");
    }
  }

  @Test
  void the_bill_is_a_page_without_a_number_in_clear() throws IOException {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      ask(sandbox, "13800138000");
      ask(sandbox, "13800138230");
      sandbox.faults().next(Fault.HTML_502);
      ask(sandbox, "13800138000");
      Http.Reply reply = Http.get(sandbox, "/bill");
      JsonNode bill = new ObjectMapper().readTree(reply.body());

      assertThat(reply.body()).doesNotContain("13800138000").contains("138****8000");
      assertThat(bill.path("requests").asInt()).isEqualTo(3);
      assertThat(bill.path("charged").asInt()).isEqualTo(2);
      assertThat(bill.at("/operations/age/free").asInt()).isEqualTo(1);
      assertThat(bill.at("/operations/age/unstated").asInt()).isZero();
      assertThat(bill.at("/lines/1/vendorCode").asText()).isEqualTo("busy");
      assertThat(bill.at("/lines/1/billing").asText()).isEqualTo("FREE");
      assertThat(bill.at("/lines/1/fault").isNull()).isTrue();
      assertThat(bill.at("/lines/2/fault").asText()).isEqualTo("HTML_502");
      assertThat(reply.body()).isEqualTo(sandbox.bill().json());
    }
  }

  @Test
  void a_bill_can_be_torn_up() throws IOException {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      ask(sandbox, "13800138000");
      sandbox.bill().clear();

      assertThat(sandbox.bill().requests()).isZero();
      assertThat(sandbox.bill().lines()).isEmpty();
    }
  }

  @Test
  void the_table_of_magic_numbers_is_a_page() throws IOException {
    try (Sandbox sandbox = Sandbox.start()) {
      JsonNode table = new ObjectMapper().readTree(Http.get(sandbox, "/magic-numbers").body());

      assertThat(table).hasSize(Scenario.values().length);
      assertThat(table.get(1).path("name").asText()).isEqualTo("suspended");
      assertThat(table.get(1).at("/answers/phone-status").asText()).isEqualTo("SUSPENDED");
      assertThat(table.get(1).path("numbers").get(9).asText()).isEqualTo("+8613800138019");
      assertThat(table.get(1).path("camaraNumbers").get(9).asText()).isEqualTo("+990123400019");
      assertThat(table.get(1).path("camara").asText()).isEqualTo(Scenario.SUSPENDED.camara());
    }
  }

  @Test
  void what_no_vendor_speaks_is_not_found_and_says_what_is_served() {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      Http.Reply reply = Http.get(sandbox, "/?number=13800138000");

      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.body())
          .contains("acme", "GET /bill", "GET /magic-numbers", "GET /keys", "GET /faults")
          .contains("POST /keys/{id}/revoke", "POST /faults/{name}?times={n}", "DELETE /faults");
      assertThat(sandbox.bill().requests()).isZero();
    }
  }

  @Test
  void the_first_vendor_that_speaks_the_protocol_answers() throws IOException {
    Vendor deaf =
        new Vendor() {
          @Override
          public String name() {
            return "deaf";
          }

          @Override
          public boolean speaks(VendorRequest request) {
            return false;
          }

          @Override
          public VendorReply answer(VendorRequest request, Instant now) {
            throw new AssertionError("asked although it does not speak the protocol");
          }
        };
    try (Sandbox sandbox = Sandbox.start(deaf, new AcmeVendor())) {
      assertThat(ask(sandbox, "13800138000").status()).isEqualTo(200);
    }
  }

  @Test
  void a_reply_on_a_kept_connection_takes_no_forty_milliseconds() throws IOException {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      ask(sandbox, "13800138000");
      long start = System.nanoTime();
      for (int i = 0; i < 200; i++) {
        ask(sandbox, "13800138000");
      }
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(6000);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"STALL", "DRIP", "ENDLESS_BODY"})
  void it_closes_at_once_while_replies_are_under_way(Fault fault) throws IOException {
    Sandbox sandbox = Sandbox.start(new AcmeVendor());
    sandbox.faults().next(5, fault);
    List<RawSocket> callers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      callers.add(new RawSocket(sandbox).ask("13800138000"));
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (sandbox.bill().requests() < 5 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    long start = System.nanoTime();
    sandbox.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    for (RawSocket caller : callers) {
      caller.close();
    }
  }

  @Test
  void it_can_be_closed_twice() {
    Sandbox sandbox = Sandbox.start();
    sandbox.close();
    sandbox.close();
    assertThat(sandbox.endpoint().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void a_port_can_be_chosen_and_a_taken_one_is_named() {
    try (Sandbox first = Sandbox.start()) {
      int port = first.endpoint().getPort();
      SandboxOptions same = SandboxOptions.of().onPort(port);
      assertThatThrownBy(() -> Sandbox.start(same))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("port " + port);
    }
    assertThatThrownBy(() -> new SandboxOptions(65536, InstantSource.system(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 65535");
  }

  @Test
  void many_threads_are_answered_and_billed_once_each() throws Exception {
    try (Sandbox sandbox = Sandbox.start(new AcmeVendor())) {
      ExecutorService threads = Executors.newFixedThreadPool(16);
      List<Future<Http.Reply>> replies = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        String number = "189%08d".formatted(i);
        replies.add(threads.submit(() -> ask(sandbox, number)));
      }
      for (Future<Http.Reply> reply : replies) {
        assertThat(reply.get().status()).isEqualTo(200);
      }
      threads.shutdown();
      assertThat(sandbox.bill().charged("age")).isEqualTo(400);
      assertThat(sandbox.heard().stream().map(ReceivedRequest::contact)).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_clock_in_the_options_is_the_vendors_clock() throws IOException {
    HandClock clock = new HandClock("2030-01-02T03:04:05Z");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(new AcmeVendor()).at(clock))) {
      Http.Reply reply = ask(sandbox, "13800138000");

      assertThat(reply.headers().get("Date")).isEqualTo("Wed, 02 Jan 2030 03:04:05 GMT");
      assertThat(sandbox.bill().lines().get(0).at()).isEqualTo(clock.instant());
    }
  }
}
