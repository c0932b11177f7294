package io.telproof.sandbox.internal.page;

import java.util.Locale;

/** How a request ended, in one word. */
public enum Verdict {
  /** The vendor carried it out. */
  ANSWERED,
  /** The vendor refused it. */
  REFUSED,
  /** Whatever the vendor said, a fault met the reply on its way back. */
  SPOILT,
  /** An access token was given out. */
  TOKEN;

  /** The word in JSON and on the page. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
