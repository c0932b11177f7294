/** What the sandbox says in its own name, to people and to programs. */
@NullMarked
package io.telproof.sandbox.internal.page;

import org.jspecify.annotations.NullMarked;
