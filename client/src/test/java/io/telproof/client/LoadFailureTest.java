package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a file that is HOCON and cannot be read all the same. */
final class LoadFailureTest {
  private static final String NAMED = "config.file";

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(NAMED);
    ConfigFactory.invalidateCaches();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** As one file, and as the application's. */
  private static String refusal(Path file) {
    ConfigException one =
        catchThrowableOfType(ConfigException.class, () -> Telproof.loadConfig(file));
    System.setProperty(NAMED, file.toString());
    ConfigFactory.invalidateCaches();
    ConfigException application =
        catchThrowableOfType(ConfigException.class, () -> Telproof.loadConfig());
    assertThat(application).hasMessage(one.getMessage()).hasNoCause();
    assertThat(one).hasNoCause();
    return String.valueOf(one.getMessage()).replace(folder(file), "");
  }

  private static String folder(Path file) {
    return file.getParent() + "/";
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void an_address_that_cannot_be_fetched_is_told_by_its_host_and_the_kind_of_failure()
      throws IOException {
    String host = "127.0.0.1:" + closedPort();
    String address = "http://user:CanaryKey@" + host + "/x.conf?token=CanaryKey";
    for (String include :
        new String[] {
          "include url(\"%s\")", "include required(url(\"%s\"))", "include \"%s\"",
        }) {
      assertThat(refusal(file("app.conf", "a = 1\n" + include.formatted(address))))
          .isEqualTo(
              "app.conf: include: the file of http://%s cannot be fetched: ConnectException"
                  .formatted(host));
    }
  }

  @Test
  void what_is_closed_too_seldom_or_too_often_is_told_as_that() throws IOException {
    assertThat(refusal(file("app.conf", "telproof {\n  retry {\n    attempts = 3\n  }\n")))
        .contains("is not HOCON: the file ends too early; a brace, a bracket or a quote");
    assertThat(refusal(file("app.conf", "telproof {\n  retry { attempts = 3 } }\n}\n")))
        .contains("is not HOCON: there is a } or ] too many, in this line or far above");
  }

  @Test
  void an_address_that_is_none_is_told_by_its_line() throws IOException {
    assertThat(refusal(file("app.conf", "a = 1\ninclude url(\"CanaryKey\")")))
        .startsWith("app.conf: 2: include: this is no address")
        .doesNotContain("CanaryKey");
  }

  @Test
  void a_circle_of_includes_is_told_by_the_files_that_close_it() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    file("b.conf", "include \"sub/../c.conf\"");
    file("c.conf", "include \"app\"");
    assertThat(refusal(file("app.conf", "a = 1\ninclude \"b.conf\"")))
        .contains("closes a circle of includes; take one of them out")
        .doesNotContain("HOCON", "Trace");
    assertThat(refusal(file("self.conf", "include \"self.conf\"")))
        .isEqualTo(
            "self.conf: include: self.conf closes a circle of includes; take one of them out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = ${b}, b = ${a} | ${a}, ${b}",
        "a = ${a}           | ${a}",
        "a { x = ${a} }     | ${a}",
      })
  void a_circle_of_variables_is_told_by_their_names(String text, String names) throws IOException {
    assertThat(refusal(file("app.conf", "c = CanaryKey\n" + text)))
        .startsWith("app.conf: 2: variables that refer to one another in a circle: ")
        .contains(names.split(", "));
  }

  @Test
  void what_cannot_be_joined_is_told_by_its_line_and_not_quoted() throws IOException {
    assertThat(refusal(file("app.conf", "a = 1\nb = [1] \"CanaryKey\"")))
        .startsWith("app.conf: 2: what stands side by side here cannot be joined")
        .doesNotContain("CanaryKey");
  }

  @Test
  void a_file_that_is_required_and_not_there_is_told_with_the_file_that_requires_it()
      throws IOException {
    file("inner.conf", "include required(\"secrets.conf\")");
    for (String include : new String[] {"include \"inner.conf\"", "include \"inner\""}) {
      assertThat(refusal(file("app.conf", include)))
          .endsWith("include: secrets.conf is required, and is not there or cannot be read");
    }
  }

  @Test
  void what_is_broken_in_an_included_file_is_told_by_that_files_line() throws IOException {
    file("inner.conf", "a = 1\n  b \"CanaryKey\"\n}");
    assertThat(refusal(file("app.conf", "include \"inner.conf\"")))
        .startsWith("inner.conf: 3: is not HOCON")
        .doesNotContain("CanaryKey");
  }

  @Test
  void a_folder_is_no_file() {
    ConfigException wrong =
        catchThrowableOfType(ConfigException.class, () -> Telproof.loadConfig(folder));
    assertThat(wrong).hasMessage(folder + ": is a directory");
  }

  @Test
  void a_thread_without_a_context_loader_reads_the_same() throws Exception {
    Path file = file("app.conf", "include classpath(\"reference.conf\")\ntelproof.x = 1");
    System.setProperty(NAMED, file.toString());
    ConfigFactory.invalidateCaches();
    FutureTask<Config> application = new FutureTask<>(() -> Telproof.loadConfig());
    FutureTask<Config> one = new FutureTask<>(() -> Telproof.loadConfig(file));
    Thread thread =
        new Thread(
            () -> {
              application.run();
              one.run();
            });
    thread.setContextClassLoader(null);
    thread.start();
    assertThat(application.get().getInt("telproof.x")).isEqualTo(1);
    assertThat(one.get().getInt("telproof.retry.attempts")).isEqualTo(3);
  }

  @Test
  void a_file_that_is_named_without_a_folder_finds_what_lies_beside_it() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path inner = Files.createTempFile(here, "inner", ".conf");
    Path outer = Files.createTempFile(here, "outer", ".conf");
    try {
      Files.writeString(inner, "a = 1");
      Files.writeString(outer, "include \"" + inner.getFileName() + "\"");
      assertThat(Telproof.loadConfig(outer.getFileName()).getInt("a")).isEqualTo(1);
    } finally {
      Files.delete(inner);
      Files.delete(outer);
    }
  }

  @Test
  void the_place_of_what_was_fetched_tells_no_token() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String host = "127.0.0.1:" + server.getAddress().getPort();
    serve(server, "/good.conf", "telproof.providers.main { type = none }");
    serve(server, "/bad.conf", "telproof {");
    server.start();
    try {
      String address = "include url(\"http://user:CanaryKey@" + host + "/%s?token=CanaryKey#x\")";
      Config good = Telproof.loadConfig(file("app.conf", address.formatted("good.conf")));
      assertThat(Telproof.examine(good).problems())
          .extracting(Problem::where)
          .containsExactly("http://" + host + "/good.conf: 1");
      assertThat(refusal(file("app.conf", address.formatted("bad.conf"))))
          .startsWith("http://" + host + "/bad.conf: 1: is not HOCON");
    } finally {
      server.stop(0);
    }
  }

  private static void serve(HttpServer server, String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
