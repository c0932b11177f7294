/** The client: configuration, routes and the chain of decorators around each provider's checks. */
@NullMarked
package io.telproof.client;

import org.jspecify.annotations.NullMarked;
