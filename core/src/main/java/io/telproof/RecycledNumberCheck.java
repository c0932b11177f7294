package io.telproof;

/**
 * Asks whether a number has been given to somebody else since a day on which its holder was known.
 * Thread-safe; failures as in {@link Check}.
 */
@FunctionalInterface
public interface RecycledNumberCheck extends Check<RecycledQuery, Recycling> {}
