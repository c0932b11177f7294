/** Twilio: the packages of Lookup v2 and the codes of Verify v2, written against the wire. */
@NullMarked
package io.telproof.twilio;

import org.jspecify.annotations.NullMarked;
