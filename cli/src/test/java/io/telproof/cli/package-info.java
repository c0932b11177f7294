@NullMarked
package io.telproof.cli;

import org.jspecify.annotations.NullMarked;
