@NullMarked
package io.telproof.api;

import org.jspecify.annotations.NullMarked;
