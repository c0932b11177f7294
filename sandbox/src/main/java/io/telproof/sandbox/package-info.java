/** The vendors on one machine: simulators that check signatures and limits, and keep a bill. */
@NullMarked
package io.telproof.sandbox;

import org.jspecify.annotations.NullMarked;
