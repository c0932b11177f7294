package io.telproof.bulk.internal.file;

/** What must be the same each time a run is started. */
public enum RunParameter {
  CHECK("check", "for another check"),
  TABLE("table", "with another table"),
  CHARSET("charset", "with another charset"),
  SEPARATOR("separator", "with another separator"),
  HEADER("header", "with the first row of the table taken otherwise (--no-header)"),
  COLUMNS("columns", "with other columns to ask about"),
  NUMBERS("reading of numbers", "with another way of reading numbers (--region)"),
  MONTHS("months", "with another number of months"),
  COMPARED("compared", "with other parts to compare"),
  ORDER("order", "with another order of the rows"),
  FORMAT("format", "with another format of the output"),
  KEEP("columns to keep", "with other columns to keep"),
  PROVIDER("provider", "with another provider"),
  LEDGER("ledger", "with another ledger, or with other keys of it");

  private final String word;
  private final String otherwise;

  RunParameter(String word, String otherwise) {
    this.word = word;
    this.otherwise = otherwise;
  }

  /** Its name in the file. */
  String word() {
    return word;
  }

  /** How a run was begun where this one was another, for people. */
  String otherwise() {
    return otherwise;
  }
}
