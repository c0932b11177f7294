/** Acme Numbers, an invented vendor: a whole provider and its tests, as an author writes them. */
@NullMarked
package io.telproof.examples.acme;

import org.jspecify.annotations.NullMarked;
