package io.telproof.cli;

import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    description =
        "Serve the vendors on this machine, for an application in any language. Prints "
            + "endpoint, credentials and magic numbers; GET /bill tells what was charged.")
final class SandboxCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      converter = Port.class,
      description = "The port on the loopback address. Default: one that is free.")
  private int port;

  private final IoStreams surroundings;

  SandboxCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (Sandbox sandbox = start()) {
      new SandboxPage(surroundings.screen()).print(sandbox.endpoint());
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitStatus.KNOWN.code();
  }

  private Sandbox start() {
    try {
      return Sandbox.start(SandboxOptions.of(SimulatedVendor.openAll()).onPort(port));
    } catch (UncheckedIOException e) {
      throw new UsageException("--port: that port is taken, or may not be used");
    }
  }
}
