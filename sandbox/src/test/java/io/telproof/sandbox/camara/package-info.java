@NullMarked
package io.telproof.sandbox.camara;

import org.jspecify.annotations.NullMarked;
