@NullMarked
package io.telproof.sandbox.alibaba;

import org.jspecify.annotations.NullMarked;
