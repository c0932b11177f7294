package io.telproof.sandbox;

/** Contacts as they may be printed: enough to recognise one's own, too little to call it. */
public final class NumberMask {

  private NumberMask() {}

  /**
   * {@return the contact as it may be printed, as {@code 138****8000}, {@code +86138****8000} or
   * {@code s***@example.com}}
   *
   * @param contact a phone number or an e-mail address, or an empty text
   */
  public static String contact(String contact) {
    if (contact.isEmpty()) {
      return "";
    }
    int at = contact.indexOf('@');
    if (at >= 0) {
      return contact.substring(0, Math.min(1, at)) + "***" + contact.substring(at);
    }
    if (contact.length() < 11) {
      return "****";
    }
    int end = contact.length();
    return contact.substring(0, end - 8) + "****" + contact.substring(end - 4);
  }
}
