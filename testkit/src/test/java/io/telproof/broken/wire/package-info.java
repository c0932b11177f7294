/** One half of a cycle. */
@NullMarked
package io.telproof.broken.wire;

import org.jspecify.annotations.NullMarked;
