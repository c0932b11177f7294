package io.telproof.spi.http.oauth;

import io.telproof.spi.http.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import okhttp3.Request;

/**
 * How a client proves to a token endpoint who it is. The id of the {@link Credentials} is the
 * client's id; their secret is the client's secret, or its private key as {@link SigningKey#of}
 * reads it.
 */
public enum ClientAuthentication {
  /**
   * Id and secret in the header {@code Authorization}.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749, client
   *     password</a>
   */
  CLIENT_SECRET_BASIC {
    @Override
    void prove(Credentials credentials, Assertion assertion, Request.Builder request, Form form) {
      String pair =
          Form.encoded(credentials.id().reveal())
              + ":"
              + Form.encoded(credentials.secret().reveal());
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
  },

  /** Id and secret in the body. */
  CLIENT_SECRET_POST {
    @Override
    void prove(Credentials credentials, Assertion assertion, Request.Builder request, Form form) {
      form.put("client_id", credentials.id().reveal());
      form.put("client_secret", credentials.secret().reveal());
    }
  },

  /**
   * A JWT that the client signs with its private key, valid for two minutes.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-2.2">RFC 7523, JWTs for client
   *     authentication</a>
   */
  PRIVATE_KEY_JWT {
    @Override
    void prove(Credentials credentials, Assertion assertion, Request.Builder request, Form form) {
      form.put("client_id", credentials.id().reveal());
      form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
      form.put("client_assertion", assertion.about(credentials.id().reveal()).signed());
    }
  };

  abstract void prove(
      Credentials credentials, Assertion assertion, Request.Builder request, Form form);
}
