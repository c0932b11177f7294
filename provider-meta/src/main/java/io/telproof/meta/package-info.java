/** Meta: the pre-verified numbers of the WhatsApp Business Platform, written against the wire. */
@NullMarked
package io.telproof.meta;

import org.jspecify.annotations.NullMarked;
