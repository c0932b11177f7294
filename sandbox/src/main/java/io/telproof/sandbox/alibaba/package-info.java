/**
 * Alibaba Cloud, simulated from its pages: cams 2020-06-06, Cloudauth 2019-03-07 and Dypnsapi
 * 2017-05-25, signed with ACS3-HMAC-SHA256.
 */
@NullMarked
package io.telproof.sandbox.alibaba;

import org.jspecify.annotations.NullMarked;
