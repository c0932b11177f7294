/**
 * How a provider reaches its vendor: the gateway that never bills twice, and what it signs and
 * sends with.
 */
@NullMarked
package io.telproof.spi.http;

import org.jspecify.annotations.NullMarked;
