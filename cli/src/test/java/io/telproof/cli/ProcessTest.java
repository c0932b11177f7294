package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, in a locale that knows ASCII alone. */
final class ProcessTest {
  @TempDir private Path directory;

  /** Standard input is a pipe, as in most scripts, and not a file. */
  private Outcome run(String in, String... arguments) {
    try {
      Path out = directory.resolve("out");
      Path err = directory.resolve("err");
      List<String> command =
          new ArrayList<>(
              List.of(
                  System.getProperty("java.home") + "/bin/java",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.telproof.cli.Main"));
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().put("LC_ALL", "C");
      builder.environment().put("COLUMNS", "120");
      Process process = builder.start();
      try (Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
        writer.write(in);
      }
      int status = process.waitFor();
      return new Outcome(status, Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_chinese_name_from_standard_input_survives_any_locale() {
    String config =
        Session.file(
            directory, "telproof.providers.main { type = scripted, says = known, name = 张三 }");
    Outcome outcome =
        run(
            "{\"name\":\"张三\",\"idNumber\":\"110101199003070000\"}",
            "check",
            "identity",
            "+86 138 0013 8000",
            "--stdin",
            "--json",
            "--config",
            config);
    assertThat(outcome.out()).contains("\"outcome\":\"MATCH\"").hasLineCount(1);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
  }

  @Test
  void what_a_library_logs_is_not_printed() {
    String config = Session.scripted(directory, "loud");
    Outcome outcome = run("", "check", "tenure", "+8613800138000", "--config", config);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void an_answer_is_utf_8_in_any_locale() {
    String config = Session.scripted(directory, "wide");
    String code = "{\"code\":\"张三\"}";
    String[] command = {"check", "pre-validated", "13800138000", "--stdin", "--config", config};
    assertThat(run(code, command).out()).startsWith("pre-validated-number  id-张三\n");
  }

  @Test
  void help_is_utf_8_in_any_locale() {
    Outcome outcome = run("", "check", "identity", "--help");
    assertThat(outcome.out()).contains("{\"name\":…,\"idNumber\":…}");
  }

  @Test
  void the_answer_alone_is_on_standard_output_and_one_line_on_standard_error() {
    Outcome outcome = run("", "check", "phone-status", "+8613800138080");
    assertThat(outcome.out()).startsWith("phone-status  ").hasLineCount(6);
    assertThat(outcome.err()).startsWith("telproof: no --config").hasLineCount(1);
    assertThat(outcome.status()).isEqualTo(3);
  }

  @Test
  void whoever_ends_the_command_while_a_question_is_under_way_is_told_what_it_may_have_cost()
      throws Exception {
    try (ServerSocket vendor = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String config =
          Session.file(
              directory,
              """
              telproof.providers.main {
                type = tencent, secret-id = an-id, secret-key = a-key
                endpoint = "http://127.0.0.1:%d"
              }
              """
                  .formatted(vendor.getLocalPort()));
      Path err = directory.resolve("err");
      Process process =
          new ProcessBuilder(
                  System.getProperty("java.home") + "/bin/java",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "io.telproof.cli.Main",
                  "check",
                  "phone-status",
                  "+8613800138000",
                  "--config",
                  config)
              .redirectError(err.toFile())
              .start();
      try (Socket asked = vendor.accept()) {
        assertThat(asked.getInputStream().read()).isEqualTo('P');
        process.destroy();
        process.waitFor();
      }
      assertThat(Files.readString(err))
          .isEqualTo(
              "telproof: ended while the question was under way: it may have been carried out and"
                  + " charged; look at the vendor's bill before it is asked again\n");
    }
  }

  @Test
  void a_line_is_as_wide_as_the_environment_says() {
    assertThat(run("", "providers").out().lines())
        .anyMatch(line -> line.length() > 80)
        .allMatch(line -> line.length() <= 120);
  }

  @Test
  void a_mistake_and_a_defect_are_told_by_the_exit_status() {
    assertThat(run("", "check", "tenure", "canary").status()).isEqualTo(2);
    String config = Session.scripted(directory, "broken");
    Outcome outcome = run("", "check", "tenure", "13800138000", "--config", config);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).doesNotContain("13800138000", "张三");
  }
}
