/**
 * One connection of a gateway: a socket that the thread that asks can wait in, and that gives each
 * request the one reply that is its own. Not for providers.
 */
@NullMarked
package io.telproof.spi.http.internal;

import org.jspecify.annotations.NullMarked;
