package io.telproof.bench.tencent;

import com.tencentcloudapi.common.AbstractClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;

/** One operation of a product, as the vendor's generator writes it. Thread-safe. */
final class FaceidClient extends AbstractClient {
  FaceidClient(Credential credential, ClientProfile profile) {
    super("faceid.tencentcloudapi.com", "2018-03-01", credential, "", profile);
  }

  MobileNetworkTimeVerificationResponse mobileNetworkTimeVerification(
      MobileNetworkTimeVerificationRequest request) throws TencentCloudSDKException {
    request.setSkipSign(false);
    return internalRequest(
        request, "MobileNetworkTimeVerification", MobileNetworkTimeVerificationResponse.class);
  }
}
