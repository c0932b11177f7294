package io.telproof.cli;

import java.util.Map;

/**
 * What the environment says of the terminal that standard output is read at.
 *
 * @param environment the variables of the process
 * @param there whether standard output is a terminal
 */
record Terminal(Map<String, String> environment, boolean there) {
  private static final int USUAL = 80;

  /** Where words begin to be broken, because the labels take a third of it. */
  private static final int LEAST = 40;

  Terminal {
    environment = Map.copyOf(environment);
  }

  /**
   * Whether there are colours: at a terminal that has them, unless NO_COLOR or CLICOLOR says that
   * there are none; elsewhere where CLICOLOR_FORCE asks for them.
   */
  boolean colour() {
    if (!said("NO_COLOR").isEmpty()) {
      return false;
    }
    if (!said("CLICOLOR_FORCE").isEmpty() && !said("CLICOLOR_FORCE").equals("0")) {
      return true;
    }
    return there
        && !said("CLICOLOR").equals("0")
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  /** The columns of a line: what COLUMNS says, at least 40, or else 80. */
  int width() {
    return said("COLUMNS").matches("[1-9][0-9]{0,3}")
        ? Math.max(LEAST, Integer.parseInt(said("COLUMNS")))
        : USUAL;
  }

  private String said(String variable) {
    return environment.getOrDefault(variable, "");
  }
}
