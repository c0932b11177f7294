/** The client in an application that is wired with Guice, which is an optional dependency. */
@NullMarked
package io.telproof.guice;

import org.jspecify.annotations.NullMarked;
