package io.telproof.ledger.trial;

/**
 * What the vendor carried out.
 *
 * @param id the vendor's own, of this request alone
 * @param billed whether the vendor charges for it
 */
record Request(String id, boolean billed) {}
