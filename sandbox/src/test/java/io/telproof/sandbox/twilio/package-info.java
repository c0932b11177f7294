@NullMarked
package io.telproof.sandbox.twilio;

import org.jspecify.annotations.NullMarked;
