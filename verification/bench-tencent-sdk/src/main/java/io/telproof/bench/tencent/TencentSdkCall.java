package io.telproof.bench.tencent;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.net.URI;
import java.util.function.Function;

/**
 * Asks for how long a number has been in use by MobileNetworkTimeVerification of faceid 2018-03-01,
 * with one client of the vendor's for all calls. Thread-safe.
 */
public final class TencentSdkCall implements Function<String, String> {
  private final FaceidClient client;

  /**
   * A client of this address.
   *
   * @param url a scheme, a host and a port
   */
  public TencentSdkCall(String url) {
    HttpProfile http = new HttpProfile();
    http.setProtocol(HttpProfile.REQ_HTTP);
    http.setEndpoint(URI.create(url).getAuthority());
    this.client =
        new FaceidClient(
            new Credential("AKIDtelproofsandbox", "telproof-sandbox-secret-key"),
            new ClientProfile(ClientProfile.SIGN_TC3_256, http));
  }

  /** The vendor's word for the interval. */
  @Override
  public String apply(String number) {
    MobileNetworkTimeVerificationRequest request = new MobileNetworkTimeVerificationRequest();
    request.setMobile(number);
    try {
      return client.mobileNetworkTimeVerification(request).getRange();
    } catch (TencentCloudSDKException e) {
      throw new IllegalStateException("no answer", e);
    }
  }
}
