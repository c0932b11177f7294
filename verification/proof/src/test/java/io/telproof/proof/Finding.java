package io.telproof.proof;

/**
 * A canary that shows.
 *
 * @param excerpt what stands around it
 */
record Finding(Channel channel, Canary canary, Disguise disguise, String excerpt) {
  @Override
  public String toString() {
    return "%s shows %s, %s: %s".formatted(channel, canary.what(), disguise, excerpt);
  }
}
