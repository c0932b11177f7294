@NullMarked
package io.telproof.staging;

import org.jspecify.annotations.NullMarked;
