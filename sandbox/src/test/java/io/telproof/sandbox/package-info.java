@NullMarked
package io.telproof.sandbox;

import org.jspecify.annotations.NullMarked;
