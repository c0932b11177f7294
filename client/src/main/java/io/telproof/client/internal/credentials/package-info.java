/** Credentials that change while a client is open. Not for applications. */
@NullMarked
package io.telproof.client.internal.credentials;

import org.jspecify.annotations.NullMarked;
