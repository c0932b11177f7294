package io.telproof;

/**
 * Asks whether the SIM card behind a number was changed lately: who takes over a number by a new
 * SIM card gets its codes. Thread-safe; failures as in {@link Check}.
 */
@FunctionalInterface
public interface SimSwapCheck extends Check<SimSwapQuery, SimSwap> {}
