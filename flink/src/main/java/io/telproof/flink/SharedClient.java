package io.telproof.flink;

import com.typesafe.config.Config;
import io.telproof.client.Telproof;
import java.util.HashMap;
import java.util.Map;

/**
 * The one client that all subtasks of a task manager have with the same configuration: opened for
 * the first of them, closed after the last. Thread-safe.
 */
final class SharedClient {
  private static final Map<TelproofConfig, SharedClient> OPEN = new HashMap<>();

  private final TelproofConfig config;
  private final Config read;
  private final Telproof telproof;
  private int users;

  private SharedClient(TelproofConfig config, Config read, Telproof telproof) {
    this.config = config;
    this.read = read;
    this.telproof = telproof;
  }

  /**
   * The client of a configuration, until {@link #release}.
   *
   * @param ledger whether it has to have one
   * @throws IllegalArgumentException if it has to have a ledger and has none
   * @throws io.telproof.client.ConfigurationException if anything is wrong with the configuration
   */
  static SharedClient acquire(TelproofConfig config, boolean ledger) {
    synchronized (OPEN) {
      SharedClient client = OPEN.get(config);
      Config read = client == null ? config.load() : client.read;
      if (ledger) {
        LedgerRule.check(read);
      }
      if (client == null) {
        client = new SharedClient(config, read, Telproof.open(read));
        OPEN.put(config, client);
      }
      client.users++;
      return client;
    }
  }

  Telproof telproof() {
    return telproof;
  }

  /** To be called once for each {@link #acquire}. */
  void release() {
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(config);
        telproof.close();
      }
    }
  }

  /** How many clients are open in this process. */
  static int open() {
    synchronized (OPEN) {
      return OPEN.size();
    }
  }
}
