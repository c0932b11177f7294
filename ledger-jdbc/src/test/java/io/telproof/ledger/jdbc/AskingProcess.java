package io.telproof.ledger.jdbc;

import io.telproof.Charge;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.time.Time;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A process of its own that asks under keys, once it has the word, and prints each key that it asks
 * under.
 */
final class AskingProcess implements AutoCloseable {
  private static final String READY = "ready";

  private final Process process;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final Queue<Integer> asked = new ConcurrentLinkedQueue<>();
  private final Thread listener;

  private AskingProcess(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen, "what a process prints");
    listener.start();
  }

  static AskingProcess start(String url, String schema, int number, int keys) throws IOException {
    return new AskingProcess(
        new ProcessBuilder(
                new File(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AskingProcess.class.getName(),
                url,
                schema,
                String.valueOf(number),
                String.valueOf(keys))
            .redirectError(Redirect.INHERIT)
            .start());
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(READY)) {
          ready.complete(null);
        } else {
          asked.add(Integer.valueOf(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys that it has asked under so far. */
  List<Integer> asked() {
    return List.copyOf(asked);
  }

  void untilReady() {
    PostgresServer.until(ready::isDone);
  }

  /** Gives it the word. */
  void begin() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    listener.join();
  }

  int end() throws InterruptedException {
    int code = process.waitFor();
    listener.join();
    return code;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Asks under each key, beginning at another one than the others do. */
  public static void main(String[] args) throws IOException, LedgerException {
    int number = Integer.parseInt(args[2]);
    int keys = Integer.parseInt(args[3]);
    JdbcLedgerSettings settings =
        PostgresServer.settings(
            args[0],
            args[1],
            "postgres",
            "unused",
            Duration.ofMinutes(10),
            PostgresServer.PATIENCE);
    try (Ledger ledger = new JdbcLedgerFactory().open(settings, Time.system())) {
      BufferedReader word =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      System.out.println(READY);
      System.out.flush();
      String unused = word.readLine();
      for (int i = 0; i < keys; i++) {
        ask(ledger, (i + number * keys / 4) % keys, number * keys + i);
      }
    }
  }

  private static void ask(Ledger ledger, int number, int id) throws LedgerException {
    String key = Questions.key(number);
    if (!(ledger.claim(key) instanceof KeyClaim.Granted)) {
      return;
    }
    Intent intent = Questions.intent(id).withKey(key);
    ledger.intend(intent);
    System.out.println(number);
    System.out.flush();
    ledger.settle(Questions.settled(id, Charge.CHARGED));
    ledger.conclude(key, Settlement.KNOWN, Questions.receipt(), Optional.empty(), Questions.ALWAYS);
  }
}
