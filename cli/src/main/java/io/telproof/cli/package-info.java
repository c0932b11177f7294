/**
 * The {@code telproof} command: reads what a person typed, asks, and prints what came back for a
 * person or for a program.
 */
@NullMarked
package io.telproof.cli;

import org.jspecify.annotations.NullMarked;
