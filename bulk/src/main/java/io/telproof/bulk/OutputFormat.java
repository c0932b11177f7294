package io.telproof.bulk;

/** The form of what is written. */
public enum OutputFormat {
  /** A table with a header, in UTF-8. */
  CSV,
  /** One JSON object a line, in UTF-8. */
  JSON_LINES
}
