/** What a client writes into a ledger, and where that is opened. Not for applications. */
@NullMarked
package io.telproof.client.internal.ledger;

import org.jspecify.annotations.NullMarked;
