/** A web application of Spring Boot that signs people up. */
@NullMarked
package io.telproof.examples.springshop;

import org.jspecify.annotations.NullMarked;
