package io.telproof.limits.redis;

/** Redis cannot be asked. Says nothing more: the reason is logged where it was lost. */
final class RedisAwayException extends Exception {
  private static final long serialVersionUID = 1L;

  RedisAwayException() {
    super("the limits' Redis cannot be asked", null, false, false);
  }
}
