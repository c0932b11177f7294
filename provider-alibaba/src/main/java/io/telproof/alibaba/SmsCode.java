package io.telproof.alibaba;

import java.time.Duration;

/**
 * What a code is like and what the message says around it.
 *
 * @param length how many digits
 * @param validity whole seconds, a minute or more
 */
record SmsCode(String signName, String templateCode, int length, Duration validity) {}
