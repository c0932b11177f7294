/** What a keeper of a ledger is tested with: the contract that every one passes. */
@NullMarked
package io.telproof.testkit.ledger;

import org.jspecify.annotations.NullMarked;
