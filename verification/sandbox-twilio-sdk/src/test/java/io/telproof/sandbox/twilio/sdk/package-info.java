@NullMarked
package io.telproof.sandbox.twilio.sdk;

import org.jspecify.annotations.NullMarked;
