/** The sandbox's page, used in a browser. */
@NullMarked
package io.telproof.sandbox.page;

import org.jspecify.annotations.NullMarked;
