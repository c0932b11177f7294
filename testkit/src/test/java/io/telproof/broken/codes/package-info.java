/** One half of a cycle. */
@NullMarked
package io.telproof.broken.codes;

import org.jspecify.annotations.NullMarked;
