package io.telproof.meta;

import io.telproof.PreValidatedNumber;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import java.util.List;
import java.util.Optional;

/** One business with Meta. Thread-safe. */
final class MetaProvider implements VerificationProvider {
  private final String name;
  private final GraphApi graph;
  private final PreverifiedNumbers preverified;

  MetaProvider(String name, MetaSettings settings, ProviderEnvironment environment) {
    this.name = name;
    this.graph = new GraphApi(name, settings, environment);
    this.preverified = new PreverifiedNumbers(graph, settings.wholePool().orElse(false));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PreValidatedNumber> preValidatedNumber() {
    return Optional.of(preverified);
  }

  @Override
  public List<Offer> offers() {
    return List.of(PreverifiedNumbers.offer());
  }

  @Override
  public void close() {
    graph.close();
  }
}
