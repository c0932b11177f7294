/** What a keeper of rate limits is tested with: the contract that every one passes. */
@NullMarked
package io.telproof.testkit.ratelimit;

import org.jspecify.annotations.NullMarked;
