/**
 * The vocabulary: what can be asked about a phone number, and what an answer is. An answer about
 * the number is returned; a failure to get an answer is thrown as {@link
 * io.telproof.VerificationException}.
 */
@NullMarked
package io.telproof;

import org.jspecify.annotations.NullMarked;
