/** Looks at what {@code ./release} has staged, and at two builds of the same sources. */
@NullMarked
package io.telproof.staging;

import org.jspecify.annotations.NullMarked;
