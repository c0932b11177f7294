/**
 * What a vendor replied and what it means: the reply, its JSON, and the table of an operation's
 * codes.
 */
@NullMarked
package io.telproof.spi.reply;

import org.jspecify.annotations.NullMarked;
