package io.telproof.cli;

/** What a line looks like on a terminal. */
enum Colour {
  /** What was asked for. Not green: whether it is good news is for the reader to say. */
  KNOWN("1"),
  UNKNOWN("33;1"),
  FAILED("31;1"),
  LABEL("2");

  private final String code;

  Colour(String code) {
    this.code = code;
  }

  /** The text as it is, or in this colour. */
  String paint(String text, boolean colour) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
