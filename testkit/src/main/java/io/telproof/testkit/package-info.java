/**
 * What a provider, or anything else behind an interface of {@code io.telproof.spi}, is tested with:
 * contracts as abstract classes with final methods, time that a test moves, and captured logs.
 */
@NullMarked
package io.telproof.testkit;

import org.jspecify.annotations.NullMarked;
