package io.telproof.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProxyTest {
  @ParameterizedTest
  @CsvSource({
    "http://proxy.example:3128, proxy.example, 3128",
    "http://proxy.example:3128/, proxy.example, 3128",
    "HTTP://Proxy.Example:1, proxy.example, 1",
    "http://10.0.0.1:65535, 10.0.0.1, 65535",
    "http://[::1]:8080, ::1, 8080"
  })
  void a_url_with_a_host_and_a_port_is_a_proxy(String text, String host, int port) {
    assertThat(HttpProxy.of(text)).isEqualTo(new HttpProxy(host, port));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|in http",
        "proxy.example|in http",
        "proxy.example:3128|in http",
        "https://proxy.example:3128|in http",
        "socks5://proxy.example:1080|in http",
        "http://|not a proxy",
        "http://:3128|not a proxy",
        "http:proxy.example:3128|not a proxy",
        "http://pro xy:3128|not a proxy",
        "http://proxy.example:31x28|not a proxy",
        "http://proxy.example:99999999999|not a proxy",
        "http://proxy.example|port of the proxy is missing",
        "http://proxy.example:|port of the proxy is missing",
        "http://proxy.example:0|1 to 65535",
        "http://proxy.example:65536|1 to 65535",
        "http://proxy.example:3128/canary0815|no path",
        "http://proxy.example:3128?canary0815|no path",
        "http://proxy.example:3128/#canary0815|no path",
        "http://canary0815@proxy.example:3128|password is not supported",
        "http://canary:canary0815@proxy.example:3128|password is not supported",
        "http://canary:canary 0815@proxy.example:3128|password is not supported",
        "https://canary:canary0815@proxy.example|password is not supported"
      })
  void anything_else_is_refused_and_not_repeated(String text, String says) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpProxy.of(text))
        .withMessageContaining(says)
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary", "0815"));
  }

  @Test
  void its_name_is_not_looked_up_when_it_is_read() {
    assertThat(HttpProxy.of("http://localhost:3128").proxy().address())
        .isEqualTo(InetSocketAddress.createUnresolved("localhost", 3128));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "canary:0815@proxy.example", "proxy.example/canary0815"})
  void what_is_not_a_host_is_refused_and_not_repeated(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpProxy(host, 3128))
        .withMessageContaining("host of a proxy")
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary", "0815"));
  }
}
