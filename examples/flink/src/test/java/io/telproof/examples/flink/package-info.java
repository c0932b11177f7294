@NullMarked
package io.telproof.examples.flink;

import org.jspecify.annotations.NullMarked;
