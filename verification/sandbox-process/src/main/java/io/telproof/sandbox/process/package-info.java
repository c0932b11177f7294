/**
 * The sandbox in a process of its own, so that a client's libraries and the sandbox's never meet.
 */
@NullMarked
package io.telproof.sandbox.process;

import org.jspecify.annotations.NullMarked;
