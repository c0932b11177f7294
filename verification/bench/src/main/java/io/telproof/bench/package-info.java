/**
 * What a call costs beside the same call made by hand and by the vendors' own SDKs, and what its
 * parts cost. The comparison is {@link io.telproof.bench.Loopback}; the parts are JMH benchmarks.
 */
@NullMarked
package io.telproof.bench;

import org.jspecify.annotations.NullMarked;
