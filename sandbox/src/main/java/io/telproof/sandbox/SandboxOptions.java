package io.telproof.sandbox;

import java.time.InstantSource;
import java.util.List;

/**
 * How a {@link Sandbox} is started.
 *
 * @param port on the loopback address, 0 for one of the system's choice
 * @param clock the time that the vendors' clocks are set by
 * @param vendors asked in this order whether they speak a request's protocol
 */
public record SandboxOptions(int port, InstantSource clock, List<Vendor> vendors) {

  /**
   * Copies the list.
   *
   * @param port on the loopback address, 0 for one of the system's choice
   * @param clock the time that the vendors' clocks are set by
   * @param vendors asked in this order whether they speak a request's protocol
   * @throws IllegalArgumentException if the port is not 0 to 65535
   */
  public SandboxOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port is " + port + ", expected 0 to 65535");
    }
    vendors = List.copyOf(vendors);
  }

  /**
   * {@return a port of the system's choice and the system's clock}
   *
   * @param vendors who is played
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
    return new SandboxOptions(port, clock, vendors);
  }

  /**
   * {@return the same with this clock}
   *
   * @param clock the clock of the vendors
   */
  public SandboxOptions at(InstantSource clock) {
    return new SandboxOptions(port, clock, vendors);
  }
}
