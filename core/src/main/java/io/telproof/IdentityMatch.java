package io.telproof;

/**
 * Asks whether a number is registered to the person with this name and identity number.
 * Thread-safe; failures as in {@link Check}.
 */
@FunctionalInterface
public interface IdentityMatch extends Check<IdentityClaim, IdentityVerdict> {}
