package io.telproof.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
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
  @ValueSource(strings = {"https://x/gateway/v1", "https://x/gateway/v1/"})
  void a_base_path_is_the_same_with_and_without_its_last_slash(String url) {
    Endpoint endpoint = Endpoint.of(url);
    assertThat(endpoint).isEqualTo(new Endpoint(HttpUrl.get("https://x/gateway/v1")));
    assertThat(endpoint.url().newBuilder().addPathSegments("number/verify").build())
        .hasToString("https://x/gateway/v1/number/verify");
  }

  @Test
  void a_path_is_beneath_a_host_without_a_base_path_too() {
    assertThat(Endpoint.host("x:8443").url().newBuilder().addPathSegments("number/verify").build())
        .hasToString("https://x:8443/number/verify");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://canary0815.example",
        "canary0815.example/path",
        "user@canary0815.example",
        "canary0815..example",
        "canary0815.example:99999",
        "canary 0815",
        "canary_0815.example",
        "canary0815,example",
        ""
      })
  void what_is_no_host_is_refused_as_a_host(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.host(host))
        .withMessage(
            "a host is a name alone, without https:// and without a path, as in"
                + " api.vendor.example, with a port where it needs one");
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
        "https://x//path",
        "https://x/a//b",
        "http://example.com/path",
        "https://x/path?canary0815",
        "https://x/path#canary0815",
        "https://canary0815@x/path",
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
