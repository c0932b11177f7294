package io.telproof.sandbox.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SandboxProcessTest {

  @Test
  void serves_both_vendors_where_it_says_until_it_is_closed() throws IOException {
    SandboxProcess sandbox = SandboxProcess.start();
    try (sandbox) {
      HttpURLConnection page =
          (HttpURLConnection) sandbox.endpoint().resolve("/nothing").toURL().openConnection();
      assertThat(sandbox.endpoint().getHost()).isEqualTo("127.0.0.1");
      assertThat(page.getResponseCode()).isEqualTo(404);
      assertThat(new String(page.getErrorStream().readAllBytes(), UTF_8))
          .contains("tencent", "alibaba");
      assertThat(sandbox.newLines()).isEmpty();
      assertThat(sandbox.lastHeard()).isEmpty();
    }
    assertThat(sandbox.isAlive()).isFalse();
  }

  @Test
  void does_not_outlive_the_process_that_started_it() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ShortLivedParent.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = parent.inputReader(UTF_8);
        Writer in = parent.outputWriter(UTF_8)) {
      URI orphan = URI.create(out.readLine());
      try (Socket open = new Socket(InetAddress.getLoopbackAddress(), orphan.getPort())) {
        open.setSoTimeout(20_000);
        in.write('\n');
        in.flush();

        assertThat(parent.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(isEndedByPeer(open)).isTrue();
      }
    } finally {
      parent.destroyForcibly();
    }
  }

  /** Waits for the connection's end; a timeout is thrown on, since nobody ended anything then. */
  private static boolean isEndedByPeer(Socket connection) throws IOException {
    try {
      return connection.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }
}
