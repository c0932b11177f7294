package io.telproof.proof;

import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A vendor whose access tokens are taken down as it gives them out, to be looked for. Thread-safe.
 */
final class TokenRecorder implements Vendor {
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final Vendor vendor;
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();

  TokenRecorder(Vendor vendor) {
    this.vendor = vendor;
  }

  /** The tokens so far. */
  List<Canary> canaries() {
    return tokens.stream().map(token -> Canary.text("an access token", token)).toList();
  }

  @Override
  public String name() {
    return vendor.name();
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return vendor.speaks(request);
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    VendorReply reply = vendor.answer(request, now);
    TOKEN.matcher(reply.body()).results().forEach(token -> tokens.add(token.group(1)));
    return reply;
  }
}
