@NullMarked
package io.telproof.sandbox.meta.sdk;

import org.jspecify.annotations.NullMarked;
