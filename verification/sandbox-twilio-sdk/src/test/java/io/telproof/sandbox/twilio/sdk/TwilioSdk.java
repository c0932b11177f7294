package io.telproof.sandbox.twilio.sdk;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.lookups.v2.PhoneNumber;
import com.twilio.rest.lookups.v2.PhoneNumberFetcher;
import io.telproof.sandbox.twilio.TwilioCredentials;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;

/** Twilio's own client as its user has it, with a sandbox where Twilio's hosts would be. */
final class TwilioSdk {
  private TwilioSdk() {}

  /** The URLs stay Twilio's: only the connection leads to another place. */
  static TwilioRestClient client(URI endpoint, TwilioCredentials key) {
    HttpHost sandbox = new HttpHost("http", endpoint.getHost(), endpoint.getPort());
    return new TwilioRestClient.Builder(key.sid(), key.secret())
        .httpClient(
            new NetworkHttpClient(
                HttpClientBuilder.create()
                    .setRoutePlanner((target, context) -> new HttpRoute(sandbox))))
        .build();
  }

  /** A question about a number, with one package of Lookup. */
  static PhoneNumberFetcher lookup(String number, String name) {
    return PhoneNumber.fetcher(number).setFields(name);
  }
}
