/**
 * Meta as its pages describe it: the pool of pre-verified numbers of one business. Nothing here is
 * shared with the provider that is checked against it.
 */
@NullMarked
package io.telproof.sandbox.meta;

import org.jspecify.annotations.NullMarked;
