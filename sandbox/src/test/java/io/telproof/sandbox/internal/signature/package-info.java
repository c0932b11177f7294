@NullMarked
package io.telproof.sandbox.internal.signature;

import org.jspecify.annotations.NullMarked;
