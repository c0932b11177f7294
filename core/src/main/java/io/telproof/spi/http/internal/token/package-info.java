/** How one access token is shared by many questions; what it is got from is the gateway's. */
@NullMarked
package io.telproof.spi.http.internal.token;

import org.jspecify.annotations.NullMarked;
