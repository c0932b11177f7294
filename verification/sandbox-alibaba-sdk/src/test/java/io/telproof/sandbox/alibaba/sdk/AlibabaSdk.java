package io.telproof.sandbox.alibaba.sdk;

import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.Map;

/** The generic client of the vendor's SDK, called as its generated products call it. */
final class AlibabaSdk {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, String> VERSIONS =
      Map.of(
          "GetPreValidatePhoneId", "2020-06-06",
          "MobileOnlineStatus", "2019-03-07",
          "MobileOnlineTime", "2019-03-07",
          "Mobile3MetaDetailVerify", "2019-03-07",
          "SendSmsVerifyCode", "2017-05-25",
          "CheckSmsVerifyCode", "2017-05-25");

  private AlibabaSdk() {}

  /** The sandbox's permanent key. */
  static Config key() {
    return key("telproof-sandbox-id", "telproof-sandbox-secret");
  }

  static Config key(String id, String secret) {
    return new Config().setAccessKeyId(id).setAccessKeySecret(secret);
  }

  /** The sandbox's temporary key, without its token. */
  static Config temporaryKey() {
    return key("STS.telproof-sandbox-id", "telproof-sandbox-temporary-secret");
  }

  /** A client sent to another address than the vendor's. */
  static Client client(URI endpoint, Config key) throws Exception {
    return new Client(key.setProtocol("HTTP").setEndpoint(endpoint.getAuthority()));
  }

  /** A client of one of the vendor's own hosts, with the sandbox as the proxy on the way to it. */
  static Client through(URI proxy, String host, Config key) throws Exception {
    return new Client(
        key.setProtocol("HTTP").setEndpoint(host).setHttpProxy("http://" + proxy.getAuthority()));
  }

  /** As the generated client of the action's product has it. */
  static Params params(String action) {
    return new Params()
        .setAction(action)
        .setVersion(VERSIONS.get(action))
        .setProtocol("HTTPS")
        .setPathname("/")
        .setMethod("POST")
        .setAuthType("AK")
        .setStyle("RPC")
        .setReqBodyType("formData")
        .setBodyType("json");
  }

  static OpenApiRequest inQuery(Map<String, String> parameters) {
    return new OpenApiRequest().setQuery(parameters);
  }

  static OpenApiRequest inBody(Map<String, String> parameters) {
    return new OpenApiRequest().setBody(parameters);
  }

  /** One call with the SDK's own defaults; gives the reply's body. */
  static JsonNode call(Client client, String action, OpenApiRequest request) throws Exception {
    return call(client, params(action), request, new RuntimeOptions());
  }

  static JsonNode call(Client client, Params params, OpenApiRequest request, RuntimeOptions options)
      throws Exception {
    return JSON.valueToTree(client.callApi(params, request, options).get("body"));
  }

  /** The parameters that JSON spells out. */
  @SuppressWarnings("unchecked")
  static Map<String, String> parameters(String json) throws Exception {
    return JSON.readValue(json, Map.class);
  }

  static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }
}
