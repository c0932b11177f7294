@NullMarked
package io.telproof.sandbox.meta;

import org.jspecify.annotations.NullMarked;
