package io.telproof.examples.beacon;

import io.telproof.Sensitive;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.AccessToken;
import io.telproof.spi.http.Authorizer;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Grant;
import io.telproof.spi.http.OutgoingRequest;
import io.telproof.spi.reply.Reply;
import java.time.Instant;
import okhttp3.Request;

/** Beacon's way to give tokens, to be changed in one place. */
class OtherAuthorizer implements Authorizer {
  private final Authorizer next;

  OtherAuthorizer(Authorizer next) {
    this.next = next;
  }

  /** Changes it. */
  @FunctionalInterface
  interface Change {
    Authorizer of(Authorizer right);
  }

  /** Beacon with this in its place. */
  static BeaconHarness in(Change change) {
    return BeaconHarness.api(
        (String name, BeaconSettings settings, ProviderEnvironment environment) ->
            new BeaconApi(name, settings, environment) {
              @Override
              Authorizer authorizer(BeaconSettings of) {
                return change.of(super.authorizer(of));
              }
            });
  }

  @Override
  public OutgoingRequest request(Grant grant, Credentials credentials, Instant at, String nonce) {
    return next.request(grant, credentials, at, nonce);
  }

  @Override
  public AccessToken token(Reply reply) {
    return next.token(reply);
  }

  @Override
  public Request authorize(Request request, Sensitive token) {
    return next.authorize(request, token);
  }

  @Override
  public boolean refused(Reply reply) {
    return next.refused(reply);
  }
}
