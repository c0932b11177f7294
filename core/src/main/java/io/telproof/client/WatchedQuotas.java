package io.telproof.client;

import io.telproof.spi.Limit;
import io.telproof.spi.Quota;
import io.telproof.spi.Quotas;
import io.telproof.spi.Time;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The quotas of one provider, whose waits and exchanges are told to a listener. Thread-safe. */
final class WatchedQuotas implements Quotas {
  private final Map<String, Quota> watched = new ConcurrentHashMap<>();
  private final Quotas quotas;
  private final String provider;
  private final ClientListener listener;
  private final Time time;

  WatchedQuotas(Quotas quotas, String provider, ClientListener listener, Time time) {
    this.quotas = quotas;
    this.provider = provider;
    this.listener = listener;
    this.time = time;
  }

  @Override
  public Quota limit(String key, Limit limit) {
    Quota quota = quotas.limit(key, limit);
    return watched.computeIfAbsent(key, unseen -> watch(key, quota));
  }

  private Quota watch(String key, Quota quota) {
    // Before the slash stands whose limit it is.
    String operation = key.substring(key.indexOf('/') + 1);
    listener.limited(provider, operation, quota);
    return new WatchedQuota(quota, provider, operation, listener, time);
  }
}
