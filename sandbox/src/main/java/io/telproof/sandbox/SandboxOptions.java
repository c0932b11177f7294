package io.telproof.sandbox;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a {@link Sandbox} is started. Prints no token.
 *
 * @param port 0 for one of the system's choice
 * @param clock the time that the vendors' clocks are set by
 * @param vendors asked in this order whether they speak a request's protocol
 * @param host the address to listen on
 * @param token opens the sandbox's own pages; empty where whoever is on this machine may see them
 * @param configuration gives the text of a configuration for a client of these vendors, by the
 *     address under which it reaches the sandbox; empty where the pages have none to show
 */
public record SandboxOptions(
    int port,
    InstantSource clock,
    List<Vendor> vendors,
    InetAddress host,
    Optional<String> token,
    Optional<Function<URI, String>> configuration) {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{16,256}");

  /**
   * Copies the list.
   *
   * @param port 0 for one of the system's choice
   * @param clock the time that the vendors' clocks are set by
   * @param vendors asked in this order whether they speak a request's protocol
   * @param host the address to listen on
   * @param token opens the sandbox's own pages; needed where others reach the address
   * @param configuration gives the text of a configuration for a client of these vendors
   * @throws IllegalArgumentException if the port is not 0 to 65535, the token is of another form,
   *     or it is missing where others reach the address
   */
  public SandboxOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port is " + port + ", expected 0 to 65535");
    }
    if (token.filter(text -> !TOKEN.matcher(text).matches()).isPresent()) {
      throw new IllegalArgumentException(
          "the token is expected to have 16 to 256 letters, digits, dots, tildes, hyphens and"
              + " underscores");
    }
    if (token.isEmpty() && !host.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "host is " + host.getHostAddress() + ", which others reach: it needs a token");
    }
    vendors = List.copyOf(vendors);
  }

  /**
   * On the loopback address, without a token.
   *
   * @param port 0 for one of the system's choice
   * @param clock the time that the vendors' clocks are set by
   * @param vendors asked in this order whether they speak a request's protocol
   * @throws IllegalArgumentException if the port is not 0 to 65535
   */
  public SandboxOptions(int port, InstantSource clock, List<Vendor> vendors) {
    this(port, clock, vendors, loopback(), Optional.empty(), Optional.empty());
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /**
   * {@return these vendors on a port of the system's choice on the loopback address, with the
   * system's clock}
   *
   * @param vendors asked in this order whether they speak a request's protocol
   */
  public static SandboxOptions of(Vendor... vendors) {
    return new SandboxOptions(0, InstantSource.system(), List.of(vendors));
  }

  /**
   * {@return the same on this port}
   *
   * @param port a port of this machine; zero for a free one
   */
  public SandboxOptions onPort(int port) {
    return new SandboxOptions(port, clock, vendors, host, token, configuration);
  }

  /**
   * {@return the same with this clock}
   *
   * @param clock the clock of the vendors
   */
  public SandboxOptions at(InstantSource clock) {
    return new SandboxOptions(port, clock, vendors, host, token, configuration);
  }

  /**
   * {@return the same on this address of the machine; the vendors are open to whoever reaches it}
   *
   * @param host the wildcard address for all of them
   * @throws IllegalArgumentException if others reach it and there is no token yet
   */
  public SandboxOptions onHost(InetAddress host) {
    return new SandboxOptions(port, clock, vendors, host, token, configuration);
  }

  /**
   * {@return the same with pages of its own that open with this token alone; needed unless the
   * address is a loopback address}
   *
   * @param token 16 to 256 letters, digits, dots, tildes, hyphens and underscores
   * @throws IllegalArgumentException if it is of another form
   */
  public SandboxOptions withToken(String token) {
    return new SandboxOptions(port, clock, vendors, host, Optional.of(token), configuration);
  }

  /**
   * {@return the same with pages that show the configuration of a client}
   *
   * @param configuration gives its text, by the address under which the client reaches the sandbox
   */
  public SandboxOptions withConfiguration(Function<URI, String> configuration) {
    return new SandboxOptions(port, clock, vendors, host, token, Optional.of(configuration));
  }

  @Override
  public String toString() {
    return "SandboxOptions[%s, port %d, %s, %d vendors]"
        .formatted(
            host.getHostAddress(),
            port,
            token.isPresent() ? "with a token" : "without a token",
            vendors.size());
  }
}
