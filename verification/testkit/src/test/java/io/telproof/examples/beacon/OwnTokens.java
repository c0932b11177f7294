package io.telproof.examples.beacon;

import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Gateway;
import io.telproof.spi.reply.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Gets its tokens itself while a question is signed, by a client of its own, and keeps them. */
class OwnTokens extends BeaconApi {
  private final Map<String, String> kept = new ConcurrentHashMap<>();
  private final OkHttpClient client = new OkHttpClient();
  private final BeaconSettings settings;

  OwnTokens(String name, BeaconSettings settings, ProviderEnvironment environment) {
    super(name, settings, environment);
    this.settings = settings;
  }

  @Override
  Gateway gateway(String name, ProviderEnvironment with, CredentialsSource credentials) {
    return with.gateway(name, this::sign, credentials, reply -> false);
  }

  private Request sign(
      Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
    String scope = request.url().encodedPath().startsWith("/line") ? "line" : "codes";
    String token = kept.get(scope);
    if (token == null) {
      token = token(scope, credentials);
      kept.put(scope, token);
    }
    return request.newBuilder().header("Authorization", "Bearer " + token).build();
  }

  /** A token, or what is to stand in its place. */
  String token(String scope, Credentials credentials) {
    Request request =
        new Request.Builder()
            .url(settings.tokenAddress().url())
            .header(
                "Authorization",
                okhttp3.Credentials.basic(credentials.id().reveal(), credentials.secret().reveal()))
            .post(new FormBody.Builder().add("scope", scope).build())
            .build();
    try (Response response = client.newCall(request).execute()) {
      return JsonObject.parse(response.body().bytes())
          .flatMap(json -> json.text("access_token"))
          .orElseThrow(() -> unavailable());
    } catch (IOException e) {
      throw unavailable();
    }
  }

  private static VerificationException unavailable() {
    return new VerificationException(
        Failure.of(FailureKind.UNAVAILABLE, "main", "token", "no token"));
  }
}
