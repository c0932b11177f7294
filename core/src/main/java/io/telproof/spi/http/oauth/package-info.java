/**
 * The grants of OAuth 2.0 by which a provider's gateway gets its access tokens: a vendor that
 * follows the standard needs one of these and nothing of its own.
 */
@NullMarked
package io.telproof.spi.http.oauth;

import org.jspecify.annotations.NullMarked;
