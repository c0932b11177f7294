@NullMarked
package io.telproof.sandbox.internal.page;

import org.jspecify.annotations.NullMarked;
