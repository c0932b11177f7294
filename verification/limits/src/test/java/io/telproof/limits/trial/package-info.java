/**
 * Many processes that ask one vendor on one account, and what the vendor has seen of them. The
 * {@code main} of {@link io.telproof.limits.trial.Trial} is the long form, the tests are the short
 * one.
 */
@NullMarked
package io.telproof.limits.trial;

import org.jspecify.annotations.NullMarked;
