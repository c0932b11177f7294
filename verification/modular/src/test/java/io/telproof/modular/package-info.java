@NullMarked
package io.telproof.modular;

import org.jspecify.annotations.NullMarked;
