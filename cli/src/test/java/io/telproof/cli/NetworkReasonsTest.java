package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.PhoneNumber;
import io.telproof.client.RouteExplanation;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.CheckType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The reason why no connection came about stands wherever the failure or the attempt is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class NetworkReasonsTest {
  private static final String NUMBER = "+8613912340000";

  private final Sandbox sandbox = Sandbox.start(new AlibabaVendor());

  /** Its port is one that nobody listens at and nobody can take. */
  private final Socket nobody = new Socket();

  @TempDir private Path directory;

  @BeforeAll
  void start() throws IOException {
    nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterAll
  void stop() throws IOException {
    nobody.close();
    sandbox.close();
  }

  private String hocon(String route) {
    return """
    telproof {
      providers {
        main { type = tencent, secret-id = id, secret-key = key, endpoint = "http://127.0.0.1:%s" }
        ali { type = alibaba, access-key-id = "%s", access-key-secret = "%s", endpoint = "%s" }
      }
      routes.tenure = %s
      retry.attempts = 1
    }
    """
        .formatted(
            nobody.getLocalPort(),
            AlibabaVendor.CREDENTIALS.accessKeyId(),
            AlibabaVendor.CREDENTIALS.accessKeySecret(),
            sandbox.endpoint(),
            route);
  }

  private String reason() {
    return "no connection to the vendor: 127.0.0.1:"
        + nobody.getLocalPort()
        + " refused it, as where nobody listens; nothing was sent; look at the vendor's host in the"
        + " configuration, and at a firewall on the way";
  }

  private Session.Outcome ask(String route, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("check", "tenure", NUMBER, "--config", Session.file(directory, hocon(route))));
    arguments.addAll(List.of(more));
    return Session.PLAIN.run(arguments.toArray(String[]::new));
  }

  @Test
  void a_person_reads_it() {
    assertThat(ask("main").out()).contains("why                   " + reason() + "\n");
  }

  @Test
  void a_program_reads_it() {
    assertThat(ask("main", "--json").out()).contains("\"message\":\"" + reason() + "\"");
  }

  @Test
  void it_stands_on_the_attempt_after_a_fail_over() {
    assertThat(ask("[main, ali]").out()).contains("UNAVAILABLE, free, ").contains(reason() + "\n");
    assertThat(ask("[main, ali]", "--json").out())
        .startsWith("{\"answer\":\"known\"")
        .contains("\"failure\":\"UNAVAILABLE\"")
        .contains("\"reason\":\"" + reason() + "\"");
  }

  @Test
  void the_explanation_of_the_answer_tells_it() {
    try (Telproof telproof = Telproof.open(ConfigFactory.parseString(hocon("[main, ali]")))) {
      RouteExplanation why =
          telproof.explain(
              CheckType.TENURE, telproof.tenure().check(PhoneNumber.of(NUMBER)).receipt());
      assertThat(why.toString()).contains("UNAVAILABLE: " + reason() + ", charge FREE");
    }
  }
}
