/** Provider modules that are built wrongly, each in one way. */
@NullMarked
package io.telproof.broken;

import org.jspecify.annotations.NullMarked;
