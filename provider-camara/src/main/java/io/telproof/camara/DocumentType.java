package io.telproof.camara;

import java.util.Locale;

/** What the identity numbers are the numbers of, in the words of kyc-match. */
enum DocumentType {
  PASSPORT,
  NATIONAL_ID_CARD,
  RESIDENCE_PERMIT,
  DIPLOMATIC_ID,
  DRIVER_LICENCE,
  SOCIAL_SECURITY_ID,
  OTHER;

  /** As the operator reads it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
