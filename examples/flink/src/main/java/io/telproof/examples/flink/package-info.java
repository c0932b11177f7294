/** A job of Apache Flink that asks about each line of a file: to be copied. */
@NullMarked
package io.telproof.examples.flink;

import org.jspecify.annotations.NullMarked;
