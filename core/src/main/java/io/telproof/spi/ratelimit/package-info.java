/** How many requests a vendor takes, and the waits that keep to it. */
@NullMarked
package io.telproof.spi.ratelimit;

import org.jspecify.annotations.NullMarked;
