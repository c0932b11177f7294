/** A shop that signs people up: how an application uses Telproof. */
@NullMarked
package io.telproof.examples.shop;

import org.jspecify.annotations.NullMarked;
