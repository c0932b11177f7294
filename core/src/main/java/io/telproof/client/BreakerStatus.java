package io.telproof.client;

import io.telproof.spi.Capability;

/** A circuit breaker as it stands now. Immutable. */
public record BreakerStatus(Capability check, String provider, BreakerState state) {}
