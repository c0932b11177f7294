package io.telproof.sandbox.meta.sdk;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APIRequest;
import com.facebook.ads.sdk.APIRequest.IRequestExecutor;
import com.facebook.ads.sdk.APIRequest.ResponseWrapper;
import com.facebook.ads.sdk.Business;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.meta.MetaVendor;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Meta's own SDK as its user has it, with a sandbox where Meta's host would be. It makes URL and
 * parameters, and reads the reply. What carries them is ours, because the SDK's own knows TLS
 * alone.
 */
final class MetaSdk {
  private MetaSdk() {}

  /** The business of the sandbox. */
  static Business business(Sandbox sandbox, String token, @Nullable String appSecret) {
    APIRequest.changeRequestExecutor(new PlainHttp(sandbox.endpoint()));
    return new Business(
        MetaVendor.BUSINESS_ID,
        new APIContext(sandbox.endpoint().toString(), "", "v23.0", token, appSecret, null, false));
  }

  /** One request, with all parameters in the URL. */
  private static final class PlainHttp implements IRequestExecutor {
    private final URI sandbox;

    PlainHttp(URI sandbox) {
      this.sandbox = sandbox;
    }

    /**
     * The link to a next page names Meta's host, has a query already, and in it the token, which
     * the sandbox writes nowhere.
     */
    private URI place(String url, String query, String token) {
      URI asked = URI.create(url.replace("***", token));
      String first = asked.getRawQuery() == null ? "" : asked.getRawQuery() + "&";
      return sandbox.resolve(asked.getRawPath() + "?" + first + query);
    }

    @Override
    public ResponseWrapper execute(
        String method, String url, Map<String, Object> parameters, APIContext context)
        throws APIException, IOException {
      return sendGet(url, parameters, context);
    }

    @Override
    public ResponseWrapper sendGet(String url, Map<String, Object> parameters, APIContext context)
        throws APIException, IOException {
      HttpURLConnection connection =
          (HttpURLConnection)
              place(url, query(parameters), context.getAccessToken()).toURL().openConnection();
      boolean good = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      try (InputStream body = good ? connection.getInputStream() : connection.getErrorStream()) {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        if (good) {
          return new ResponseWrapper(text, "");
        }
        throw new APIException.FailedRequestException("", text, null);
      } finally {
        connection.disconnect();
      }
    }

    private static String query(Map<String, Object> parameters) {
      return new TreeMap<>(parameters)
          .entrySet().stream()
              .map(
                  each ->
                      each.getKey()
                          + "="
                          + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
    }

    @Override
    public ResponseWrapper sendPost(
        String url, Map<String, Object> parameters, APIContext context) {
      throw new UnsupportedOperationException("nothing is changed at the vendor");
    }

    @Override
    public ResponseWrapper sendDelete(
        String url, Map<String, Object> parameters, APIContext context) {
      throw new UnsupportedOperationException("nothing is changed at the vendor");
    }
  }
}
