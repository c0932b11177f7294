/**
 * What the contracts work with: a test bench, a scripted vendor, what was found. Not for authors.
 */
@NullMarked
package io.telproof.testkit.internal;

import org.jspecify.annotations.NullMarked;
