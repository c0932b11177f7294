@NullMarked
package io.telproof.bulk.internal.file;

import org.jspecify.annotations.NullMarked;
