@NullMarked
package io.telproof.sandbox.alibaba.sdk;

import org.jspecify.annotations.NullMarked;
