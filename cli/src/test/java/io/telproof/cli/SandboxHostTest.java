package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sandbox that others reach. */
final class SandboxHostTest {
  private static final String TOKEN = "a-token-of-the-test-0123456789";

  @TempDir private Path directory;

  private static int status(String address, String authorization)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address)).header("Authorization", authorization).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  @Test
  void where_others_reach_it_a_token_is_made_and_printed_once_in_the_address()
      throws IOException, InterruptedException {
    try (RunningSandbox sandbox = new RunningSandbox("--host", "0.0.0.0")) {
      List<String> printed = sandbox.page();
      String page = RunningSandbox.told(printed, "page");
      assertThat(page).matches("http://127\\.0\\.0\\.1:\\d+/\\?token=[A-Za-z0-9_-]{32}");
      String token = page.substring(page.indexOf('=') + 1);
      assertThat(printed).filteredOn(line -> line.contains(token)).hasSize(1);
      assertThat(RunningSandbox.told(printed, "token")).contains("Authorization: Bearer TOKEN");
      String bill = RunningSandbox.told(printed, "endpoint") + "/bill";
      assertThat(status(bill, "Bearer " + token)).isEqualTo(200);
      assertThat(status(bill, "Bearer of bad news")).isEqualTo(401);
    }
  }

  @Test
  void another_sandbox_has_another_token() throws IOException, InterruptedException {
    try (RunningSandbox one = new RunningSandbox("--host", "0.0.0.0");
        RunningSandbox other = new RunningSandbox("--host", "0.0.0.0")) {
      assertThat(RunningSandbox.told(one.page(), "page").replaceAll(".*=", ""))
          .isNotEqualTo(RunningSandbox.told(other.page(), "page").replaceAll(".*=", ""));
    }
  }

  @Test
  void a_token_in_a_file_is_taken_and_not_printed() throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("token"), TOKEN + "\n");
    try (RunningSandbox sandbox =
        new RunningSandbox("--host", "0.0.0.0", "--token-file", file.toString())) {
      List<String> printed = sandbox.page();
      assertThat(printed).noneMatch(line -> line.contains(TOKEN));
      assertThat(RunningSandbox.told(printed, "page")).endsWith("/");
      String bill = RunningSandbox.told(printed, "endpoint") + "/bill";
      assertThat(status(bill, "Bearer " + TOKEN)).isEqualTo(200);
    }
  }

  @Test
  void a_token_file_guards_the_loopback_address_too() throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("token"), TOKEN);
    try (RunningSandbox sandbox = new RunningSandbox("--token-file", file.toString())) {
      String bill = RunningSandbox.told(sandbox.page(), "endpoint") + "/bill";
      assertThat(status(bill, "Bearer other")).isEqualTo(401);
      assertThat(status(bill, "Bearer " + TOKEN)).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "sandbox.example", "300.1.1.1", "eth0", "::g"})
  void a_host_that_is_no_address_is_said(String host) {
    assertThat(Session.PLAIN.run("sandbox", "--host", host))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "telproof: --host: expected an IP address of this machine, or 0.0.0.0 for all;"
                    + " see telproof sandbox --help\n"));
  }

  @Test
  void an_address_of_another_machine_is_said() {
    assertThat(Session.PLAIN.run("sandbox", "--host", "192.0.2.1").err())
        .isEqualTo(
            "telproof: --host, --port: this machine has no such address, or that port of it is"
                + " taken or may not be used; see telproof sandbox --help\n");
  }

  @Test
  void a_token_that_is_too_short_is_said_and_not_quoted() throws IOException {
    Path file = Files.writeString(directory.resolve("token"), "short");
    assertThat(Session.PLAIN.run("sandbox", "--token-file", file.toString()).err())
        .startsWith("telproof: --token-file: the token is expected to have 16 to 256 letters")
        .doesNotContain("short");
  }

  @Test
  void a_token_file_that_is_not_there_is_said() {
    assertThat(Session.PLAIN.run("sandbox", "--token-file", directory.resolve("none").toString()))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "telproof: --token-file: that file cannot be read as text;"
                    + " see telproof sandbox --help\n"));
  }
}
