package io.telproof.client.internal.routing;

import io.telproof.spi.Offer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one provider sells for one check: several operations where each serves other questions.
 * Immutable.
 *
 * @param list in the provider's order; empty for a provider that says nothing of itself
 */
public record CheckOffers(List<Offer> list) {
  /** Copies the list. */
  public CheckOffers {
    list = List.copyOf(list);
  }

  /** Whether nothing that is said rules this question out. */
  public boolean serves(Object query) {
    return list.isEmpty() || of(query).isPresent();
  }

  /** Why no operation is asked this question, each by its name; empty where one is. */
  public Optional<String> objection(Object query) {
    return serves(query)
        ? Optional.empty()
        : Optional.of(
            list.stream()
                .flatMap(offer -> offer.objection(query).stream())
                .collect(Collectors.joining("; ")));
  }

  /** The operation that is asked this question. */
  public Optional<Offer> of(Object query) {
    // By hand: it is looked at for every question.
    for (Offer offer : list) {
      if (offer.serves(query)) {
        return Optional.of(offer);
      }
    }
    return Optional.empty();
  }
}
