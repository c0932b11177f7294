package io.telproof;

/** Asks whether a number is in service. Thread-safe; failures as in {@link Check}. */
@FunctionalInterface
public interface PhoneStatusCheck extends Check<PhoneNumber, PhoneStatus> {}
