@NullMarked
package io.telproof.flink;

import org.jspecify.annotations.NullMarked;
