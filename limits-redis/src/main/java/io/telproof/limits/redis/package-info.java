/** Limits, budgets and refusals of an account, kept on Redis for any number of processes. */
@NullMarked
package io.telproof.limits.redis;

import org.jspecify.annotations.NullMarked;
