package io.telproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.bulk.BulkRun;
import io.telproof.bulk.InputTable;
import io.telproof.cli.Session.Outcome;
import io.telproof.spi.CheckType;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told and done where a person ends a run. */
final class BulkEndTest {
  @TempDir private Path directory;

  @Test
  void what_is_waited_for_is_told_before_it_is_waited_for() throws Exception {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, UTF_8);
    Prompt nobody =
        what -> {
          throw new UsageException("nobody is there; ask later");
        };
    IoStreams surroundings =
        new IoStreams(new ByteArrayInputStream(new byte[0]), stream, stream, false, nobody);
    BulkRun run =
        BulkRun.of(CheckType.TENURE, InputTable.of(Path.of("in.csv")), Path.of("out.csv"));
    BulkEnd end = BulkEnd.on(run, surroundings);
    Thread ending = new Thread(end::leave);
    ending.start();
    while (!err.toString(UTF_8).endsWith("\n")) {
      Thread.onSpinWait();
    }
    assertThat(err.toString(UTF_8))
        .startsWith(
            "telproof: stopping: nothing more is sent; waiting for the replies to what was sent")
        .contains("30 s at most. Ctrl-C again ends it at once");
    end.close();
    ending.join();
  }

  @Test
  void a_second_signal_ends_it_at_once_and_leaves_in_doubt_what_was_under_way() throws Exception {
    Path in = Files.writeString(directory.resolve("in.csv"), "number\n13800138000\n");
    Path out = directory.resolve("out.csv");
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
      String[] arguments = {
        "bulk", "tenure", in.toString(), out.toString(), "--config", config, "--provider", "main"
      };
      Process process = start(arguments);
      List<String> said = new ArrayList<>();
      try (Socket asked = vendor.accept();
          BufferedReader err = process.errorReader(UTF_8)) {
        assertThat(asked.getInputStream().read()).isEqualTo('P');
        process.toHandle().destroy();
        while (said.isEmpty() || !said.get(said.size() - 1).startsWith("telproof: stopping")) {
          String line = err.readLine();
          assertThat(line).as("it says so before it ends").isNotNull();
          said.add(line);
        }
        process.toHandle().destroy();
        err.lines().forEach(said::add);
        assertThat(process.waitFor()).isEqualTo(143);
      }
      assertThat(said).noneMatch(line -> line.startsWith("telproof: ended without"));
      Outcome next = Session.PLAIN.run(arguments);
      assertThat(next.status()).as(next.err()).isEqualTo(3);
      assertThat(Files.readString(out.resolveSibling("out.csv.doubts.csv")))
          .contains(",POSSIBLE,")
          .contains("The run was ended, or its machine went down, before the answer was written.");
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                "io.telproof.cli.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }
}
