/**
 * What every vendor needs to explain a signature that it refuses: the pieces that are signed, the
 * search for the mistake that was made with them, and how they may be shown. Knows no vendor.
 */
@NullMarked
package io.telproof.sandbox.internal.signature;

import org.jspecify.annotations.NullMarked;
