/**
 * Reads a configuration strictly, and says everything that is wrong with it. Not for applications.
 */
@NullMarked
package io.telproof.client.internal.config;

import org.jspecify.annotations.NullMarked;
