/**
 * Twilio as its pages describe it: the packages of Lookup v2 and the codes of Verify v2. Nothing
 * here is shared with the provider that is checked against it.
 */
@NullMarked
package io.telproof.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
