/** The jar of the command. */
@NullMarked
package io.telproof.command;

import org.jspecify.annotations.NullMarked;
