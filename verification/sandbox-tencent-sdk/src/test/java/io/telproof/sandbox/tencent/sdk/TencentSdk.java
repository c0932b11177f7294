package io.telproof.sandbox.tencent.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import java.net.URI;

/** The generic client of the vendor's SDK, set up as its user does it. */
final class TencentSdk {

  private static final JsonMapper JSON = new JsonMapper();

  private TencentSdk() {}

  /** The sandbox's permanent key. */
  static Credential key() {
    return new Credential("AKIDtelproofsandbox", "telproof-sandbox-secret-key");
  }

  /** The sandbox's temporary key, with this token. */
  static Credential temporaryKey(String token) {
    return new Credential(
        "AKIDtelproofsandboxtemporary", "telproof-sandbox-temporary-secret-key", token);
  }

  /** A client of this product, sent to another address than the vendor's. */
  static CommonClient client(String service, URI endpoint, Credential key) {
    return client(service, key, profile(endpoint));
  }

  static CommonClient client(String service, Credential key, ClientProfile profile) {
    String version = service.equals("domain") ? "2018-08-08" : "2018-03-01";
    return new CommonClient(service, version, key, "", profile);
  }

  static ClientProfile profile(URI endpoint) {
    HttpProfile http = new HttpProfile();
    http.setProtocol(HttpProfile.REQ_HTTP);
    http.setEndpoint(endpoint.getAuthority());
    return new ClientProfile(ClientProfile.SIGN_TC3_256, http);
  }

  /** One of the vendor's own hosts, with the sandbox as the proxy on the way to it. */
  static ClientProfile through(URI proxy, String host) {
    ClientProfile profile = profile(URI.create("http://" + host));
    profile.getHttpProfile().setProxyHost(proxy.getHost());
    profile.getHttpProfile().setProxyPort(proxy.getPort());
    return profile;
  }

  /** What is inside {@code Response}, which must have a RequestId. */
  static ObjectNode response(String reply) throws JsonProcessingException {
    JsonNode response = JSON.readTree(reply).path("Response");
    if (!response.path("RequestId").asText().matches("[0-9a-f-]{36}")) {
      throw new AssertionError("no RequestId in " + reply);
    }
    return (ObjectNode) response;
  }
}
