package io.telproof.twilio;

import java.util.Locale;

/** How a code reaches a phone number, in the words of Verify. */
enum Channel {
  SMS,
  CALL,
  WHATSAPP;

  /** As Twilio reads it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
