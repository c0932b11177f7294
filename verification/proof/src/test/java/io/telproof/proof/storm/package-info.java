/**
 * The storm: lines and vendors that misbehave, and what the receipts say of it beside what the
 * vendors have in their books.
 */
@NullMarked
package io.telproof.proof.storm;

import org.jspecify.annotations.NullMarked;
