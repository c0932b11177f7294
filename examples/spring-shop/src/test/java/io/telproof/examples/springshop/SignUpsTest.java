package io.telproof.examples.springshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Scenario;
import io.telproof.spring.AutoConfigureTelproofSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The shop as its customers see it, with the sandbox in the place of the vendors. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureTelproofSandbox
final class SignUpsTest {
  private final HttpClient browser = HttpClient.newHttpClient();

  @Autowired private Sandbox sandbox;
  @Autowired private MeterRegistry meters;

  @Value("${local.server.port}")
  private int port;

  private HttpResponse<String> post(String path, String field, String value)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> begin(Scenario scenario) throws IOException, InterruptedException {
    return post("/sign-ups", "number", scenario.phoneNumber(3));
  }

  @Test
  void who_types_the_code_that_came_has_an_account_and_the_bill_has_four_questions()
      throws IOException, InterruptedException {
    HttpResponse<String> begun = begin(Scenario.PLAIN_GOOD);
    assertThat(begun.statusCode()).isEqualTo(202);
    HttpResponse<String> done = post("/sign-ups/" + begun.body() + "/code", "code", "123456");
    assertThat(done.statusCode()).isEqualTo(201);
    assertThat(sandbox.bill().lines())
        .extracting(Bill.Line::vendor)
        .containsExactly("tencent", "tencent", "alibaba", "alibaba");
  }

  @Test
  void a_wrong_code_opens_no_account() throws IOException, InterruptedException {
    String id = begin(Scenario.PLAIN_GOOD).body();
    assertThat(post("/sign-ups/" + id + "/code", "code", "000000").statusCode()).isEqualTo(403);
    assertThat(post("/sign-ups/another/code", "code", "123456").statusCode()).isEqualTo(404);
  }

  @Test
  void to_a_number_that_is_out_of_service_no_code_is_sent()
      throws IOException, InterruptedException {
    assertThat(begin(Scenario.SUSPENDED).statusCode()).isEqualTo(403);
    assertThat(sandbox.bill().requests("SendSmsVerifyCode")).isZero();
  }

  @Test
  void where_one_vendor_is_away_the_other_is_asked() throws IOException, InterruptedException {
    sandbox.faults().next(Fault.HTTP_429);
    assertThat(begin(Scenario.PLAIN_GOOD).statusCode()).isEqualTo(202);
  }

  @Test
  void what_is_no_number_is_refused_and_not_repeated() throws IOException, InterruptedException {
    HttpResponse<String> refused = post("/sign-ups", "number", "138001");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).doesNotContain("138001");
    assertThat(sandbox.bill().requests()).isZero();
  }

  @Test
  void health_and_meters_tell_of_the_checks() throws IOException, InterruptedException {
    begin(Scenario.PLAIN_GOOD);
    assertThat(get("/actuator/health").body())
        .contains("\"telproof\":{", "\"status\":\"UP\"", "\"tenure\":{\"main\":\"NEXT, it is asked")
        .doesNotContain(Scenario.PLAIN_GOOD.phoneNumber(3).substring(3));
    assertThat(meters.get("telproof.question").tag("check", "tenure").timer().count()).isPositive();
  }
}
