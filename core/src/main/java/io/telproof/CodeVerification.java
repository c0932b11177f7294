package io.telproof;

/**
 * Asks whether a code is the one that was sent to a phone number or e-mail address. A call may use
 * up one of the few attempts that a code allows. Thread-safe; failures as in {@link Check}.
 */
@FunctionalInterface
public interface CodeVerification extends Check<CodeClaim, CodeVerdict> {}
