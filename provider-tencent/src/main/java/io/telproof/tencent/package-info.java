/** Tencent Cloud: the phone checks of its products, written against the wire. */
@NullMarked
package io.telproof.tencent;

import org.jspecify.annotations.NullMarked;
