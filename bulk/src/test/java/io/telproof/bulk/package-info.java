@NullMarked
package io.telproof.bulk;

import org.jspecify.annotations.NullMarked;
