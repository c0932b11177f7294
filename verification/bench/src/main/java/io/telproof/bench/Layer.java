package io.telproof.bench;

import io.telproof.tencent.TencentInside;
import java.util.function.Function;

/** What lies between a call by hand and one by Telproof, and some of what can be around that. */
enum Layer {
  BY_HAND("by hand"),
  SOCKETS("Telproof's sockets, and so no watchdog"),
  GUARD("a look at the connection, and each reply framed"),
  GATEWAY("the gateway: limit, deadline, sent once, receipt"),
  SIGNER("Telproof's signer"),
  PROVIDER("the provider: JSON objects, table, request ids"),
  CLIENT("the client without its breaker"),
  BREAKER("the breaker: Telproof as it is"),
  COALESCING("Telproof that coalesces"),
  CACHE_OF_ONE("Telproof with a cache of one answer"),
  CACHE("Telproof with a cache of 10,000 answers");

  private final String words;

  Layer(String words) {
    this.words = words;
  }

  /** What it is, for who reads the table. */
  String words() {
    return words;
  }

  /** The one below it, whose cost is not its own. */
  Layer below() {
    return switch (this) {
      case BY_HAND, SOCKETS -> BY_HAND;
      case GUARD -> SOCKETS;
      case GATEWAY -> GUARD;
      case SIGNER -> GATEWAY;
      case PROVIDER -> SIGNER;
      case CLIENT -> PROVIDER;
      case BREAKER -> CLIENT;
      case COALESCING, CACHE_OF_ONE, CACHE -> BREAKER;
    };
  }

  /** A call of an address, with this layer and those below it. */
  Function<String, String> call(String url) {
    return switch (this) {
      case BY_HAND -> new HandTencentCall(url);
      case SOCKETS -> new HandTencentCall(url, new HandOkHttp(GuardedOkHttp::sockets));
      case GUARD -> new HandTencentCall(url, new HandOkHttp(GuardedOkHttp::guarded));
      case GATEWAY -> new GatewayCall(url, GatewayCall.signedByHand(url));
      case SIGNER -> new GatewayCall(url, TencentInside.signer());
      case PROVIDER -> new Asker(TencentInside.tenure(url))::ask;
      case CLIENT -> new TelproofTencentCall(url, "telproof.breaker.enabled = false");
      case BREAKER -> new TelproofTencentCall(url);
      case COALESCING -> new TelproofTencentCall(url, "telproof.coalesce = [tenure]");
      case CACHE_OF_ONE ->
          new TelproofTencentCall(url, "telproof.cache { tenure = 10m, size = 1 }");
      case CACHE -> new TelproofTencentCall(url, "telproof.cache.tenure = 10m");
    };
  }
}
