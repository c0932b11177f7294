package io.telproof;

/** Where a code can be sent: a phone number or an e-mail address. */
public sealed interface Contact permits PhoneNumber, EmailAddress {}
