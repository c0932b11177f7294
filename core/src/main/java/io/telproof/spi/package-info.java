/**
 * For authors of provider modules: what a provider is, and the machinery that every provider shares
 * — taking permits, signing after the wait, sending once, naming every way this fails.
 */
@NullMarked
package io.telproof.spi;

import org.jspecify.annotations.NullMarked;
