package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see the sandbox's own pages and change what stands on them. */
final class AccessTest {
  private static final String TOKEN = "a-token-of-the-test-0123456789";

  private Sandbox sandbox = Sandbox.start(new AcmeVendor());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void withToken() throws IOException {
    sandbox.close();
    sandbox =
        Sandbox.start(
            SandboxOptions.of(new AcmeVendor())
                .withToken(TOKEN)
                .onHost(InetAddress.getByName("0.0.0.0")));
  }

  private Http.Reply send(String method, String path, Map<String, String> headers)
      throws IOException {
    Request.Builder request =
        new Request.Builder()
            .url(sandbox.endpoint() + path)
            .method(method, method.equals("GET") ? null : RequestBody.create(new byte[0]));
    headers.forEach(request::header);
    return Http.send(request.build());
  }

  private int status(String method, String path, Map<String, String> headers) throws IOException {
    return send(method, path, headers).status();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bill", "/requests", "/events", "/keys", "/configuration", "/clock"})
  void a_name_that_somebody_points_at_this_address_is_refused(String path) throws IOException {
    Http.Reply reply = send("GET", path, Map.of("Host", "rebound.example:8080"));
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body())
        .isEqualTo(
            "{\"error\":\"the Host header is not the address of this sandbox: use"
                + " http://127.0.0.1\"}");
  }

  @Test
  void so_is_the_page() throws IOException {
    Map<String, String> browser = Map.of("Accept", "text/html", "Host", "rebound.example");
    assertThat(status("GET", "/", browser)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:1", "localhost", "LOCALHOST:8080", "[::1]:80"})
  void the_names_of_this_machine_are_taken_with_the_port_of_any_tunnel(String host)
      throws IOException {
    assertThat(status("GET", "/bill", Map.of("Host", host))).isEqualTo(200);
  }

  @Test
  void a_vendor_is_asked_under_whatever_name_its_own_library_sends() throws IOException {
    String target = "/?number=13800138000";
    Map<String, String> headers =
        Map.of(
            "Host", "age.acme.example",
            "Origin", "https://shop.example",
            "X-Acme-Signature", AcmeVendor.signature(target));
    assertThat(status("GET", target, headers)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://127.0.0.1",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void nothing_is_changed_for_a_page_of_another_site(String name, String value) throws IOException {
    for (String path : new String[] {"/faults/HTTP_503", "/clock/acme?ahead=PT5M"}) {
      assertThat(status("POST", path, Map.of(name, value))).isEqualTo(403);
    }
    assertThat(status("DELETE", "/bill", Map.of(name, value))).isEqualTo(403);
    assertThat(sandbox.faults().waiting()).isEmpty();
  }

  @Test
  void a_form_of_another_site_changes_nothing_although_it_navigates() throws IOException {
    Map<String, String> form = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
    assertThat(status("POST", "/faults/HTTP_503", form)).isEqualTo(403);
    assertThat(status("GET", "/bill", form)).isEqualTo(200);
  }

  @Test
  void the_page_itself_and_a_program_may_change() throws IOException {
    String own = sandbox.endpoint().toString();
    assertThat(
            status(
                "POST", "/faults/HTTP_503", Map.of("Origin", own, "Sec-Fetch-Site", "same-origin")))
        .isEqualTo(200);
    assertThat(status("POST", "/faults/HTTP_503", Map.of())).isEqualTo(200);
  }

  @Test
  void an_address_that_others_reach_needs_a_token() throws IOException {
    InetAddress all = InetAddress.getByName("0.0.0.0");
    SandboxOptions options = SandboxOptions.of();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.onHost(all))
        .withMessage("host is 0.0.0.0, which others reach: it needs a token");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options.withToken("too short"))
        .withMessageStartingWith("the token is expected to have 16 to 256 letters")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("too short"));
    assertThat(options.withToken(TOKEN).onHost(all).toString()).doesNotContain(TOKEN);
  }

  @Test
  void with_a_token_nothing_of_its_own_is_told_without_it() throws IOException {
    withToken();
    for (String path :
        new String[] {"/bill", "/requests", "/events", "/keys", "/faults", "/magic-numbers"}) {
      assertThat(status("GET", path, Map.of())).isEqualTo(401);
      assertThat(status("GET", path, Map.of("Authorization", "Bearer " + TOKEN + "x")))
          .isEqualTo(401);
    }
    assertThat(send("GET", "/keys", Map.of()).body()).doesNotContain("secret");
    assertThat(send("GET", "/", Map.of("Accept", "text/html")).status()).isEqualTo(401);
    assertThat(status("POST", "/faults/HTTP_503", Map.of())).isEqualTo(401);
    assertThat(sandbox.faults().waiting()).isEmpty();
  }

  @Test
  void a_program_bears_the_token_under_any_name_of_the_machine() throws IOException {
    withToken();
    Map<String, String> headers = Map.of("Authorization", "Bearer " + TOKEN, "Host", "sandbox:80");
    assertThat(status("GET", "/bill", headers)).isEqualTo(200);
  }

  @Test
  void a_browser_changes_the_token_into_a_cookie_that_no_script_reads() throws IOException {
    withToken();
    Http.Reply session = send("POST", "/session", Map.of("Authorization", "Bearer " + TOKEN));
    assertThat(session.status()).isEqualTo(204);
    String cookie = String.valueOf(session.headers().get("Set-Cookie"));
    assertThat(cookie)
        .startsWith("telproof-sandbox-" + sandbox.endpoint().getPort() + "=")
        .endsWith("; Path=/; HttpOnly; SameSite=Strict");
    String pair = cookie.substring(0, cookie.indexOf(';'));
    Map<String, String> browser = Map.of("Accept", "text/html", "Cookie", "other=1; " + pair);
    assertThat(status("GET", "/", browser)).isEqualTo(200);
    assertThat(status("GET", "/bill", Map.of("Cookie", pair))).isEqualTo(200);
    assertThat(status("GET", "/bill", Map.of("Cookie", pair + "x"))).isEqualTo(401);
    assertThat(status("POST", "/session", Map.of())).isEqualTo(401);
    Map<String, String> foreign = Map.of("Cookie", pair, "Origin", "https://evil.example");
    assertThat(status("POST", "/faults/HTTP_503", foreign)).isEqualTo(403);
  }

  @Test
  void a_vendor_needs_no_token() throws IOException {
    withToken();
    String target = "/?number=13800138000";
    assertThat(status("GET", target, Map.of("X-Acme-Signature", AcmeVendor.signature(target))))
        .isEqualTo(200);
  }

  @Test
  void a_token_may_guard_the_loopback_address_too() throws IOException {
    sandbox.close();
    sandbox = Sandbox.start(SandboxOptions.of(new AcmeVendor()).withToken(TOKEN));
    assertThat(status("GET", "/bill", Map.of())).isEqualTo(401);
    assertThat(status("GET", "/bill", Map.of("Authorization", "Bearer " + TOKEN))).isEqualTo(200);
  }
}
