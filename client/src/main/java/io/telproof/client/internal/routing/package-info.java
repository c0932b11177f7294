/** Who is there to ask, and who is asked for which check. Not for applications. */
@NullMarked
package io.telproof.client.internal.routing;

import org.jspecify.annotations.NullMarked;
