/** The kit on JUnit 6. */
@NullMarked
package io.telproof.testkit.six;

import org.jspecify.annotations.NullMarked;
