package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import io.telproof.sandbox.Scenario;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxCommandTest {
  @TempDir private Path directory;

  private RunningSandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = new RunningSandbox();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private List<String> page() throws IOException {
    return sandbox.page();
  }

  @Test
  void the_page_says_where_how_and_which_numbers() throws IOException {
    assertThat(page())
        .anySatisfy(line -> assertThat(line).matches("endpoint +http://127\\.0\\.0\\.1:\\d+"))
        .anySatisfy(line -> assertThat(line).contains("secret-key = \"telproof-sandbox-secret-key"))
        .contains(
            "Magic numbers: +8613800138SSn, of a CAMARA operator +990123400SSn, of the United States"
                + " +120155501SS, and scenario-SS@example.com, n any digit. Some SS; the page has all:",
            "  00  " + Scenario.PLAIN_GOOD.sentence(),
            "  08  " + Scenario.NO_RECORD.sentence());
  }

  /** As many lines as a terminal keeps beside what was typed: nobody scrolls for a key. */
  @Test
  void the_page_is_short() throws IOException {
    assertThat(page()).hasSizeLessThan(80);
  }

  @Test
  void the_first_of_the_last_lines_is_the_address_of_the_page_for_people()
      throws IOException, InterruptedException {
    List<String> page = page();
    List<String> last = page.subList(page.lastIndexOf("  }") + 1, page.size());
    assertThat(last.get(0)).isEmpty();
    assertThat(last.get(1)).matches("page +http://127\\.0\\.0\\.1:\\d+/");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RunningSandbox.told(page, "page")))
            .header("Accept", "text/html")
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
        .startsWith("<!doctype html>");
  }

  @Test
  void the_configuration_that_is_printed_is_served_to_be_copied()
      throws IOException, InterruptedException {
    List<String> page = page();
    URI address = URI.create(RunningSandbox.told(page, "endpoint") + "/configuration");
    String served =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
            .body();
    assertThat(served).startsWith("telproof {\n  providers {\n    tencent {\n      type = ");
    assertThat(page).containsSubsequence(served.lines().map(line -> "  " + line).toList());
  }

  @Test
  void the_configuration_on_the_page_is_one_that_can_be_asked_with_and_the_bill_tells()
      throws IOException, InterruptedException {
    List<String> page = page();
    String block =
        page.stream()
            .dropWhile(line -> !line.equals("  telproof {"))
            .takeWhile(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    Outcome outcome =
        Session.PLAIN.run(
            "check",
            "phone-status",
            "+8613800138000",
            "--json",
            "--config",
            Session.file(directory, block));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(bill(page))
        .contains("MobileStatus", "\"charged\":1")
        .doesNotContain("8613800138000");
  }

  @Test
  void the_operator_gives_its_tokens_to_the_client_on_the_page_and_answers_by_them()
      throws IOException, InterruptedException {
    List<String> page = page();
    Matcher told =
        page.stream()
            .map(
                Pattern.compile(
                        "camara tokens +POST (\\S+), client_id (\\S+), client_secret (\\S+)")
                    ::matcher)
            .filter(Matcher::matches)
            .findFirst()
            .orElseThrow();
    String token =
        post(
            told.group(1),
            "application/x-www-form-urlencoded",
            "",
            "grant_type=client_credentials&scope=kyc-tenure%3Acheck-tenure&client_id="
                + told.group(2)
                + "&client_secret="
                + told.group(3));
    String answer =
        post(
            told.group(1).replace("/oauth2/token", "/kyc-tenure/v0.2/check-tenure"),
            "application/json",
            "Bearer " + token.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1"),
            "{\"phoneNumber\":\"+990123400000\",\"tenureDate\":\"2020-01-01\"}");
    assertThat(answer).contains("\"tenureDateCheck\":false");
    assertThat(bill(page)).contains("\"requests\":1", "checkTenure", "\"charged\":1");
  }

  private static String post(String address, String type, String authorization, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }

  private static String bill(List<String> page) throws IOException, InterruptedException {
    String address = RunningSandbox.told(page, "bill").replace("GET ", "");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void a_port_that_is_taken_is_said() throws IOException {
    page();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(Session.PLAIN.run("sandbox", "--port", port))
          .isEqualTo(
              new Outcome(
                  2,
                  "",
                  "telproof: --port: that port is taken, or may not be used; see telproof sandbox --help\n"));
    }
  }
}
