package ${package};

import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Signer;
import java.time.Instant;
import okhttp3.Request;

/**
 * The vendor's signature. Pure: the time and the nonce are given, because the gateway signs each
 * attempt anew, at the moment at which it leaves.
 */
final class ${prefix}Signer implements Signer {
  @Override
  public Request sign(
      Request request, byte[] body, Credentials credentials, Instant at, String nonce) {
    // To do: sign these bytes, and return request.newBuilder().header(…, …).build().
    return request;
  }
}
