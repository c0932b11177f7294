package io.telproof.tencent;

import io.telproof.Sensitive;
import io.telproof.spi.Endpoint;
import java.util.Optional;

/**
 * What has to be known to use an account with Tencent Cloud.
 *
 * @param secretId the id of an API key
 * @param secretKey the key itself
 * @param endpoint one URL instead of every host of the vendor
 */
record TencentSettings(Sensitive secretId, Sensitive secretKey, Optional<Endpoint> endpoint) {}
