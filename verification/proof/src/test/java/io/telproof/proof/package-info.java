@NullMarked
package io.telproof.proof;

import org.jspecify.annotations.NullMarked;
