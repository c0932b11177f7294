package io.telproof;

/**
 * Has the vendor send a one-time code to a phone number or e-mail address. Every call sends another
 * code. Thread-safe; failures as in {@link Check}.
 */
@FunctionalInterface
public interface CodeDelivery extends Check<Contact, CodeDispatch> {}
