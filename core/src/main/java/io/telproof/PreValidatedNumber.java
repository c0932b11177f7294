package io.telproof;

/**
 * Asks for the id under which a vendor holds a number that was validated before it was sold.
 * Thread-safe; failures as in {@link Check}.
 */
@FunctionalInterface
public interface PreValidatedNumber extends Check<PreValidatedClaim, PreValidatedId> {}
