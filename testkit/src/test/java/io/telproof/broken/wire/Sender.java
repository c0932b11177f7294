package io.telproof.broken.wire;

import io.telproof.broken.codes.Codes;

/**
 * Knows the codes, which know it.
 *
 * @param codes what it knows
 */
public record Sender(Codes codes) {}
