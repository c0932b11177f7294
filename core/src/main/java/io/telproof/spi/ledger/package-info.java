/**
 * What was asked and what came of it, written down so that a process may die between the two: the
 * interface of a keeper. Nothing in it names a person.
 */
@NullMarked
package io.telproof.spi.ledger;

import org.jspecify.annotations.NullMarked;
