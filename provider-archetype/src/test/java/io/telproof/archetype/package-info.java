/** The archetype, tried. */
@NullMarked
package io.telproof.archetype;

import org.jspecify.annotations.NullMarked;
