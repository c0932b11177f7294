@NullMarked
package io.telproof.ledger;

import org.jspecify.annotations.NullMarked;
