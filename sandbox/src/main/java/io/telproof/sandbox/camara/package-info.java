/**
 * A CAMARA (GSMA Open Gateway) operator, simulated from the API descriptions of the meta-release
 * Fall25: subscription-status 0.1, kyc-tenure 0.2, kyc-match 0.4, one-time-password-sms 1.1 and
 * device-reachability-status 1.1, behind OAuth 2.0 access tokens.
 */
@NullMarked
package io.telproof.sandbox.camara;

import org.jspecify.annotations.NullMarked;
