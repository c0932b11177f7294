@NullMarked
package io.telproof.sandbox.tencent.sdk;

import org.jspecify.annotations.NullMarked;
