/**
 * Telproof on Apache Flink: a question for each element of a stream, under a key of its own, so
 * that a job that is restored asks nothing twice. {@link io.telproof.flink.TelproofStreams} is
 * where to begin.
 */
@NullMarked
package io.telproof.flink;

import org.jspecify.annotations.NullMarked;
