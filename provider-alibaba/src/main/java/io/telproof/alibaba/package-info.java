/** Alibaba Cloud: the phone checks of its products, written against the wire. */
@NullMarked
package io.telproof.alibaba;

import org.jspecify.annotations.NullMarked;
