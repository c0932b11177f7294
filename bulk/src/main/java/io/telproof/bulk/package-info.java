/** One question about each row of a table, asked once whatever happens to the process. */
@NullMarked
package io.telproof.bulk;

import org.jspecify.annotations.NullMarked;
