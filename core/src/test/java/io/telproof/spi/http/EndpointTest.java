package io.telproof.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://faceid.tencentcloudapi.com",
        "https://x:8443/",
        "http://localhost:80",
        "http://127.0.0.1:8080",
        "http://127.8.9.1",
        "http://[::1]:8080",
        "HTTP://LOCALHOST"
      })
  void https_goes_anywhere_and_plain_http_to_this_machine(String url) {
    assertThat(Endpoint.of(url).url().encodedPath()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://0.0.0.0",
        "http://128.0.0.1",
        "http://[::2]",
        "ftp://x",
        "x",
        "",
        "https://",
        "https://x/path",
        "https://x/?canary0815",
        "https://x/#canary0815",
        "https://canary0815@x",
        "https://:canary0815@x",
        "https://a:canary0815@x"
      })
  void anything_else_is_refused_and_a_password_not_repeated(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.of(url))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary0815"));
  }
}
