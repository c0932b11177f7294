package io.telproof.cli;

/** What the command tells the shell. */
enum ExitStatus {
  /** The vendor knows. */
  KNOWN(0),
  /** A defect of this command: neither an answer nor a failure to get one. */
  DEFECT(1),
  /** The command line, the configuration or the input cannot be used. Nothing was asked. */
  UNUSABLE(2),
  /** The vendor does not know. */
  UNKNOWN(3),
  /** No answer was got. */
  FAILED(4);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
