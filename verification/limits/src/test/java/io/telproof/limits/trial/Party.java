package io.telproof.limits.trial;

/** One client with its callers, as the conductor sees it. For one thread. */
interface Party extends AutoCloseable {
  /** Returns once it has its connections. */
  void awaitReady() throws Exception;

  /** Lets it ask between two moments. Does not wait for the end. */
  void start(long from, long until);

  /** Ends it in the middle of what it does. */
  void kill() throws Exception;

  /** Returns once it has asked, and all that it said is in the books. */
  void finish() throws Exception;

  /** Ends it, whatever it does. */
  @Override
  void close();

  /** Makes parties. */
  interface Maker {
    /**
     * Starts one.
     *
     * @param process which it is, 0 to 9
     * @param config its configuration
     */
    Party make(int process, int callers, String config, Books books) throws Exception;
  }
}
