@NullMarked
package io.telproof.flink.trial;

import org.jspecify.annotations.NullMarked;
