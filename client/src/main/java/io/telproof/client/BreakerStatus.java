package io.telproof.client;

import io.telproof.spi.CheckType;

/**
 * A circuit breaker as it stands now. Immutable.
 *
 * @param check the kind of question
 * @param provider the provider's name in the configuration
 * @param state what the next question would meet
 */
public record BreakerStatus(CheckType check, String provider, BreakerState state) {}
