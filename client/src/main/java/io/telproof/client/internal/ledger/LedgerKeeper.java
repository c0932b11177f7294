package io.telproof.client.internal.ledger;

import io.telproof.client.internal.config.ConfigSection;
import io.telproof.client.internal.config.Modules;
import io.telproof.client.internal.config.SettingsBinder;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerFactory;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.time.Time;
import java.util.Map;
import java.util.Optional;

/**
 * The keeper of a ledger and where that is, without what only a client needs: the keys of hashes
 * and seals are not read, and may be missing. Immutable.
 *
 * @param <S> the keeper's settings
 */
public final class LedgerKeeper<S extends Record> {
  private final LedgerFactory<S> factory;
  private final S settings;

  private LedgerKeeper(LedgerFactory<S> factory, S settings) {
    this.factory = factory;
    this.settings = settings;
  }

  /** The one that a block names; empty where it names none, or where something is noted. */
  public static Optional<LedgerKeeper<?>> of(
      ConfigSection block, Modules<LedgerFactory<?>> modules) {
    Optional<String> kept =
        block.has(LedgerSettings.KEPT)
            ? block.text(LedgerSettings.KEPT).filter(word -> !word.equals(LedgerSettings.NONE))
            : Optional.empty();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    if (modules.of(kept.get()).isEmpty()) {
      LedgerSettings.unknown(block, kept.get(), modules);
      return Optional.empty();
    }
    return modules.use(kept.get(), block, LedgerSettings.KEPT, factory -> bound(factory, block));
  }

  private static <S extends Record> Optional<LedgerKeeper<?>> bound(
      LedgerFactory<S> factory, ConfigSection block) {
    return SettingsBinder.bind(factory.settings(), block, LedgerSettings.OURS, Map.of(), false)
        .map(settings -> new LedgerKeeper<>(factory, settings));
  }

  /** Opens it to write, as {@link LedgerFactory#open} does. */
  public Ledger open(Time time) throws LedgerException {
    return factory.open(settings, time);
  }

  /** Opens it to look, as {@link LedgerFactory#read} does. */
  public LedgerReader read(Time time) throws LedgerException {
    return factory.read(settings, time);
  }
}
