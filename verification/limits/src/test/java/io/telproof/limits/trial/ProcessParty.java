package io.telproof.limits.trial;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client in a JVM of its own. For one thread. */
final class ProcessParty implements Party {
  private static final int PATIENCE_SECONDS = 60;

  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final Books books;
  private final ChildProcess child;

  ProcessParty(int process, int callers, String config, Books books) throws IOException {
    this.books = books;
    this.child =
        new ChildProcess(
            List.of(),
            CallersMain.class,
            List.of(Integer.toString(process), Integer.toString(callers), config),
            this::hear,
            this::ended);
  }

  private void hear(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case CallersMain.READY -> ready.complete(null);
      case CallersMain.GRANTED -> books.granted(Grant.of(line.substring(words[0].length() + 1)));
      case CallersMain.ANSWERED -> books.answered(Integer.parseInt(words[1]));
      case CallersMain.FAILED -> books.failed(words[1], Integer.parseInt(words[2]));
      case CallersMain.OVER -> over.complete(null);
      default -> System.err.println("a process says what nobody understands");
    }
  }

  /** Does nothing to what is complete already. */
  private void ended() {
    IllegalStateException early =
        new IllegalStateException("a process has ended early; its error output says why");
    ready.completeExceptionally(early);
    over.completeExceptionally(early);
  }

  @Override
  public void awaitReady() throws InterruptedException, ExecutionException, TimeoutException {
    ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void start(long from, long until) {
    child.write(from + " " + until);
  }

  @Override
  public void kill() throws InterruptedException {
    over.complete(null);
    child.kill();
  }

  @Override
  public void finish() throws InterruptedException, ExecutionException, TimeoutException {
    over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    child.finish();
  }

  @Override
  public void close() {
    child.close();
  }
}
