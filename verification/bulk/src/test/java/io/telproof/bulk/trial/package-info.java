/** A run of a table that is killed again and again, held against the bill of a vendor. */
@NullMarked
package io.telproof.bulk.trial;

import org.jspecify.annotations.NullMarked;
