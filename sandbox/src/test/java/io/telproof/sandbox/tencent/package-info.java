@NullMarked
package io.telproof.sandbox.tencent;

import org.jspecify.annotations.NullMarked;
