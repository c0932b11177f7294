@NullMarked
package io.telproof.sandbox.process;

import org.jspecify.annotations.NullMarked;
