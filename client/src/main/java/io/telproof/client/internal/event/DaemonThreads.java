package io.telproof.client.internal.event;

/** Threads that do not keep a process alive. */
public final class DaemonThreads {
  private DaemonThreads() {}

  /** A thread that keeps no process alive. */
  public static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
