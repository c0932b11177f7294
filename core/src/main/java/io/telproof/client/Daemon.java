package io.telproof.client;

/** Threads that do not keep a process alive. */
final class Daemon {
  private Daemon() {}

  static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
