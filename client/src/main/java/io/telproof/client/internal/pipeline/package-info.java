/** The way of a question, stage by stage. Not for applications. */
@NullMarked
package io.telproof.client.internal.pipeline;

import org.jspecify.annotations.NullMarked;
