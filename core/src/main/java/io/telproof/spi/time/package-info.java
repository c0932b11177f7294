/** Time as an input. */
@NullMarked
package io.telproof.spi.time;

import org.jspecify.annotations.NullMarked;
