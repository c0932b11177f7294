package io.telproof.spi;

/**
 * Where the vendors' limits are kept: in this process, or for many processes together. Thread-safe.
 */
public interface Quotas {
  /**
   * The quota of this key: one key, one quota, however often it is asked for.
   *
   * @param key names what the vendor counts together: whose account it is, a slash, and the
   *     operation, as {@link AccountQuotas} does. Holds no key and no key id in clear
   * @throws IllegalArgumentException if the key was asked for with another limit before
   */
  Quota limit(String key, Limit limit);

  /** Exact sliding windows kept in this process. */
  static Quotas local(Time time) {
    return new LocalQuotas(time);
  }
}
