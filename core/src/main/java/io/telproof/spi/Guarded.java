package io.telproof.spi;

/** A socket that has a guard. */
interface Guarded {
  ConnectionGuard guard();
}
