package io.telproof.cli;

import io.telproof.spi.Offer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a provider sells, as it is printed.
 *
 * @param provider the provider's name
 * @param offer with the limits in force
 * @param configured whether the configuration says them
 */
record ProviderOffer(String provider, Offer offer, boolean configured) {
  /** Stands behind limits that the configuration says. */
  static final String CONFIGURED = " *";

  /** For a person, a cell for each column. */
  List<String> row() {
    return List.of(
        provider,
        offer.check().key(),
        offer.coverage().toString(),
        offer.operation(),
        offer.limits() + (configured ? CONFIGURED : ""),
        offer.billed());
  }

  /** For a person, why it is not for end users; empty where it may be asked about anybody. */
  Optional<String> restriction() {
    return offer
        .restriction()
        .map(
            does ->
                "%s %s, %s: it %s"
                    .formatted(provider, offer.check().key(), offer.operation(), does));
  }

  /** For a program. */
  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("provider", provider);
    fields.put("check", offer.check().key());
    fields.put("callingCodes", offer.coverage().callingCodes().stream().sorted().toList());
    fields.put("addresses", offer.coverage().addresses());
    fields.put("operation", offer.operation());
    fields.put("limit", offer.limits().toString());
    fields.put("configured", configured);
    fields.put("billed", offer.billed());
    fields.put("restriction", offer.restriction().orElse(null));
    return fields;
  }
}
