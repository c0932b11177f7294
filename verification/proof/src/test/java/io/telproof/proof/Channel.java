package io.telproof.proof;

/** A way on which something gets out of a client by itself. */
enum Channel {
  /** SLF4J and java.util.logging at every level: message, context, thread, stack trace. */
  LOG,
  /** {@code System.out}. */
  STANDARD_OUT,
  /** {@code System.err}. */
  STANDARD_ERROR,
  /** A meter's name, description, unit and tags. */
  METER,
  /** The page that Prometheus reads. */
  SCRAPE,
  /** An observation's names, key values, events and error. */
  OBSERVATION,
  /** Audit records. */
  AUDIT,
  /** What a client tells its listeners. */
  LISTENER,
  /** Exceptions, with all that hangs on them. */
  THROWN,
  /** The names of threads. */
  THREAD,
  /** What anything that an application can hold prints as. */
  PRINTED,
  /** What is said of a configuration. */
  CONFIGURATION,
  /** What a ledger is given to write, sealed answers included. */
  LEDGER
}
