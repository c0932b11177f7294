package io.telproof.client;

import com.typesafe.config.Config;
import io.telproof.client.internal.config.ConfigSection;
import io.telproof.client.internal.config.Modules;
import io.telproof.client.internal.config.Place;
import io.telproof.client.internal.config.Problems;
import io.telproof.client.internal.ledger.LedgerKeeper;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerFactory;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.time.Time;
import java.util.List;
import java.util.Optional;

/**
 * Opens the ledger of a configuration without a client: for people who pay the bill. Reads nothing
 * of the configuration but where the ledger is: no provider, and no key. Nothing is asked.
 */
public final class Ledgers {
  private static final String PATH = "telproof.ledger";

  private Ledgers() {}

  /**
   * Opens a ledger to look at it, while applications write in it or not.
   *
   * @param config the configuration, whose block {@code telproof.ledger} is read
   * @return the ledger, to be closed by whoever opened it
   * @throws ConfigurationException if the configuration names no ledger, or names it wrongly
   * @throws LedgerException if the ledger is not there or cannot be read
   */
  public static LedgerReader read(Config config) throws LedgerException {
    LedgerKeeper<?> keeper = keeper(config);
    try {
      return keeper.read(Time.system());
    } catch (IllegalArgumentException e) {
      throw refused(config, e);
    }
  }

  /**
   * Opens a ledger to write in it, as an owner of its own: for who dismisses what is in doubt.
   *
   * @param config the configuration, whose block {@code telproof.ledger} is read
   * @return the ledger, to be closed by whoever opened it
   * @throws ConfigurationException if the configuration names no ledger, or names it wrongly
   * @throws LedgerException if the ledger cannot be opened; in files, also where somebody else has
   *     it open
   */
  public static Ledger open(Config config) throws LedgerException {
    LedgerKeeper<?> keeper = keeper(config);
    try {
      return keeper.open(Time.system());
    } catch (IllegalArgumentException e) {
      throw refused(config, e);
    }
  }

  private static LedgerKeeper<?> keeper(Config config) {
    Problems problems = new Problems(false);
    Modules<LedgerFactory<?>> modules = Modules.found(LedgerFactory.class, LedgerFactory::kept);
    Optional<LedgerKeeper<?>> keeper =
        new ConfigSection("", config.root(), problems)
            .section("telproof")
            .flatMap(block -> block.section("ledger"))
            .flatMap(block -> LedgerKeeper.of(block, modules));
    List<Problem> wrong = problems.list();
    if (!wrong.isEmpty()) {
      throw new ConfigurationException(wrong);
    }
    return keeper.orElseThrow(
        () ->
            problem(
                config,
                "there is none; say ledger { kept = file, directory = … } or kept = jdbc, as the"
                    + " application does"));
  }

  private static ConfigurationException refused(Config config, IllegalArgumentException why) {
    return problem(config, String.valueOf(why.getMessage()));
  }

  private static ConfigurationException problem(Config config, String says) {
    return new ConfigurationException(List.of(new Problem(PATH, Place.of(config.origin()), says)));
  }
}
