/**
 * Processes that are killed while they ask a vendor, and what the ledger says afterwards beside
 * what the vendor has carried out. The {@code main} of {@link io.telproof.ledger.trial.Trial} is
 * the long form, the tests are the short one.
 */
@NullMarked
package io.telproof.ledger.trial;

import org.jspecify.annotations.NullMarked;
