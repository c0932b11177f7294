/**
 * Beacon, an invented vendor that gives access tokens: a provider as small as it can be, its tests'
 * vendor, and ways to get it wrong.
 */
@NullMarked
package io.telproof.examples.beacon;

import org.jspecify.annotations.NullMarked;
