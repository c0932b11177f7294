/** Tells listeners, auditors and the log what a client does. Not for applications. */
@NullMarked
package io.telproof.client.internal.event;

import org.jspecify.annotations.NullMarked;
