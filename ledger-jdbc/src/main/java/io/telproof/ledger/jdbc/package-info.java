/** A ledger in PostgreSQL, for any number of processes. */
@NullMarked
package io.telproof.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
