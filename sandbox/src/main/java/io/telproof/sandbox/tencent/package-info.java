/**
 * Tencent Cloud, simulated from its pages: faceid 2018-03-01 and domain 2018-08-08, signed with
 * TC3-HMAC-SHA256.
 */
@NullMarked
package io.telproof.sandbox.tencent;

import org.jspecify.annotations.NullMarked;
