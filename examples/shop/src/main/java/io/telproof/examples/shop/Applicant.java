package io.telproof.examples.shop;

import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Somebody who wants an account.
 *
 * @param id the shop's own id of this sign-up; says nothing about the person
 * @param number the number that is to be theirs
 * @param typed what they type once a code is there; empty where they gave up
 */
record Applicant(String id, PhoneNumber number, Supplier<Optional<Sensitive>> typed) {}
