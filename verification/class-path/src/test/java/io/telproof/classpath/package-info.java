/** Telproof on the class paths that applications really have. */
@NullMarked
package io.telproof.classpath;

import org.jspecify.annotations.NullMarked;
