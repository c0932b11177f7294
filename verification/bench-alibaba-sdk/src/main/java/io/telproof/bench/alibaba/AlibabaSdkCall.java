package io.telproof.bench.alibaba;

import com.aliyun.tea.TeaModel;
import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Asks for how long a number has been in use by MobileOnlineTime of cloudauth 2019-03-07, as the
 * client that the vendor generates for the product does it. Thread-safe.
 */
public final class AlibabaSdkCall implements Function<String, String> {
  private final Client client;

  /**
   * A client of this address.
   *
   * @param url a scheme, a host and a port
   */
  public AlibabaSdkCall(String url) throws Exception {
    URI endpoint = URI.create(url);
    this.client =
        new Client(
            new Config()
                .setAccessKeyId("telproof-sandbox-id")
                .setAccessKeySecret("telproof-sandbox-secret")
                .setProtocol("HTTP")
                .setEndpoint(endpoint.getAuthority()));
  }

  /** The vendor's word for the interval. */
  @Override
  public String apply(String number) {
    Map<String, String> body = new HashMap<>();
    body.put("Mobile", number);
    body.put("ParamType", "normal");
    Params params =
        new Params()
            .setAction("MobileOnlineTime")
            .setVersion("2019-03-07")
            .setProtocol("HTTPS")
            .setPathname("/")
            .setMethod("POST")
            .setAuthType("AK")
            .setStyle("RPC")
            .setReqBodyType("formData")
            .setBodyType("json");
    try {
      MobileOnlineTimeResponse response =
          TeaModel.toModel(
              client.callApi(params, new OpenApiRequest().setBody(body), new RuntimeOptions()),
              new MobileOnlineTimeResponse());
      return response.body.resultObject.timeCode;
    } catch (Exception e) {
      throw new IllegalStateException("no answer", e);
    }
  }
}
