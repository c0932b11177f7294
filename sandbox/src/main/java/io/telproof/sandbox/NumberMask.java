package io.telproof.sandbox;

import java.util.regex.Pattern;

/** Contacts as they may be printed: enough to recognise one's own, too little to call it. */
public final class NumberMask {

  private static final Pattern NUMBER_IN_PATH = Pattern.compile("/(?:%2B|\\+)?[0-9]{5,}");

  private NumberMask() {}

  /**
   * {@return a path without the numbers that stand in it, as in {@code /v2/PhoneNumbers/***}}
   *
   * @param path as it was sent
   */
  static String path(String path) {
    return NUMBER_IN_PATH.matcher(path).replaceAll("/***");
  }

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
