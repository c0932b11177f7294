package io.telproof.cli;

import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    description =
        "Serve the vendors on this machine, for an application in any language. Prints "
            + "a few magic numbers, a configuration with the credentials, and the address of a "
            + "page that shows each request, why it was answered so, the bill, and every magic "
            + "number.")
final class SandboxCommand implements Callable<Integer> {
  /** An address and no name: a name may stand for several. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private static final int TOKEN_BYTES = 24;

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = Port.class,
      description = "The port to listen on. Default: one that is free.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "The address to listen on, such as 0.0.0.0 in a container. Others reach the vendors"
              + " then; the page needs a token. Default: the loopback address.")
  private @Nullable String host;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file with the token of the page. Default: with --host one is made and printed.")
  private @Nullable Path tokenFile;

  private final IoStreams surroundings;

  SandboxCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<InetAddress> address = Optional.ofNullable(host).map(SandboxCommand::address);
    Optional<String> made =
        address
            .filter(each -> tokenFile == null && !each.isLoopbackAddress())
            .map(each -> randomToken());
    Optional<String> token =
        Optional.ofNullable(tokenFile).map(SandboxCommand::read).or(() -> made);
    try (Sandbox sandbox = start(address, token)) {
      URI endpoint = sandbox.endpoint();
      URI page = endpoint.resolve("/" + made.map(each -> "?token=" + each).orElse(""));
      new SandboxPage(surroundings.screen()).print(endpoint, page, token.isPresent());
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitStatus.KNOWN.code();
  }

  private Sandbox start(Optional<InetAddress> address, Optional<String> token) {
    SandboxOptions options =
        SandboxOptions.of(SimulatedVendor.openAll())
            .onPort(port)
            .withConfiguration(SandboxPage::configuration);
    try {
      if (token.isPresent()) {
        options = options.withToken(token.get());
      }
      return Sandbox.start(address.isPresent() ? options.onHost(address.get()) : options);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--token-file: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new UsageException(
          host == null
              ? "--port: that port is taken, or may not be used"
              : "--host, --port: this machine has no such address, or that port of it is taken or"
                  + " may not be used");
    }
  }

  private static InetAddress address(String text) {
    try {
      if (ADDRESS.matcher(text).matches()) {
        // Digits, dots and colons are an address, for which nobody is asked.
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException malformed) {
      // Said below.
    }
    throw new UsageException("--host: expected an IP address of this machine, or 0.0.0.0 for all");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException("--token-file: that file cannot be read as text");
    }
  }

  private static String randomToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
