/** The ledger in files, and what people read in any ledger. */
@NullMarked
package io.telproof.ledger;

import org.jspecify.annotations.NullMarked;
