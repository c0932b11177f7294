/** Programs that measure what the limits of an account cost and leave. */
@NullMarked
package io.telproof.performance;

import org.jspecify.annotations.NullMarked;
