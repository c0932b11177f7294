/** The files of a run: the table, what came of it, and how far it is. Not for applications. */
@NullMarked
package io.telproof.bulk.internal.file;

import org.jspecify.annotations.NullMarked;
