package io.telproof.client;

/** The state of a circuit breaker; there is one for each provider and check. */
public enum BreakerState {
  /** The provider is asked. */
  CLOSED,
  /**
   * A few questions are let through, to see whether the provider is well again; also where nobody
   * has asked since it could be tried.
   */
  HALF_OPEN,
  /** The provider failed too often and is not asked for a while. */
  OPEN
}
