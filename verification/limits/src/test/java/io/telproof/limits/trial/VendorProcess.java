package io.telproof.limits.trial;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The vendor in a JVM of its own, so that nothing else delays its stamps. */
final class VendorProcess implements Vendor {
  private static final int PATIENCE_SECONDS = 60;

  private final CompletableFuture<URI> endpoint = new CompletableFuture<>();
  private final Consumer<Arrival> arrivals;
  private final ChildProcess child;

  VendorProcess(Consumer<Arrival> arrivals)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    this.arrivals = arrivals;
    this.child =
        new ChildProcess(
            ChildProcess.BEFORE_VENDOR, VendorMain.class, List.of(), this::hear, () -> {});
    endpoint.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void hear(String line) {
    if (endpoint.isDone()) {
      arrivals.accept(Arrival.of(line));
    } else {
      endpoint.complete(URI.create(line));
    }
  }

  @Override
  public URI endpoint() {
    return endpoint.join();
  }

  @Override
  public void finish() throws InterruptedException {
    child.finish();
  }

  @Override
  public void close() {
    child.close();
  }
}
