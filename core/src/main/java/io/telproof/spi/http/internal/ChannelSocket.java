package io.telproof.spi.http.internal;

import io.telproof.spi.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A socket over a channel that never blocks. Who reads or writes waits in a {@link Selector}, which
 * is what lets the thread that asks do it itself: the wait ends by a deadline, and an interrupt
 * ends it without closing the connection, on a virtual thread too. It can also be looked at for
 * bytes that came, which takes one system call.
 *
 * <p>While it waits, it takes the thread's interrupt flag away; {@link CallerThread} gives it back.
 *
 * <p>For one thread at a time, except {@link #close}.
 */
// A lock here would keep a close from ending a read.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class ChannelSocket extends Socket {
  private static final long MILLISECOND = 1_000_000;

  private final SocketChannel channel;
  private final Socket options;
  private final ByteBuffer ahead = ByteBuffer.allocate(8192).limit(0);
  private final InputStream in = new Input();
  private final OutputStream out = new Output();
  private volatile @Nullable Selector selector;
  private @Nullable SelectionKey key;
  private @Nullable CallerThread caller;
  private int timeoutMillis;
  private boolean asked;
  private boolean last;
  private volatile boolean waiting;
  private volatile boolean closed;

  ChannelSocket() throws IOException {
    this.channel = SocketChannel.open();
    this.options = channel.socket();
  }

  /**
   * Who reads and writes from now on, and with it until when; nobody where it takes as long as it
   * takes.
   */
  void usedBy(@Nullable CallerThread thread) {
    caller = thread;
    last = false;
  }

  /**
   * Looks, and does not wait.
   *
   * @return whether neither bytes nor the peer's end have arrived
   */
  boolean isQuiet() throws IOException {
    return !ahead.hasRemaining() && fill() == 0;
  }

  @Override
  public void connect(SocketAddress address, int timeout) throws IOException {
    options.connect(address, timeout);
    channel.configureBlocking(false);
    Selector opened = Selector.open();
    selector = opened;
    try {
      key = channel.register(opened, SelectionKey.OP_READ);
    } finally {
      if (closed) {
        opened.close();
      }
    }
  }

  private int fill() throws IOException {
    ahead.clear();
    try {
      return channel.read(ahead);
    } finally {
      ahead.flip();
    }
  }

  private int filled() throws IOException {
    if (caller != null && caller.left() <= 0) {
      // What is there by then was in time, and what still comes is not.
      endUnless(!last);
      last = true;
    }
    // Behind a request nothing is there yet: to try would be a system call for nothing.
    int came = asked ? 0 : fill();
    asked = false;
    long since = timeoutMillis == 0 ? 0 : Time.system().nanos();
    while (came == 0) {
      boolean inTime = await(SelectionKey.OP_READ);
      came = fill();
      endUnless(inTime || came != 0);
      if (came == 0 && timeoutMillis > 0 && hasPassed(since)) {
        throw new SocketTimeoutException("read timed out");
      }
    }
    return came;
  }

  private boolean hasPassed(long since) {
    return Time.system().nanos() - since >= timeoutMillis * MILLISECOND;
  }

  private void drain(ByteBuffer bytes) throws IOException {
    endUnless(caller == null || caller.left() > 0);
    channel.write(bytes);
    while (bytes.hasRemaining()) {
      boolean inTime = await(SelectionKey.OP_WRITE);
      channel.write(bytes);
      endUnless(inTime || !bytes.hasRemaining());
    }
  }

  private void endUnless(boolean goesOn) throws SocketTimeoutException {
    if (!goesOn) {
      if (caller != null) {
        caller.late();
      }
      throw new SocketTimeoutException("out of time");
    }
  }

  /** Waits until it may go on, or for nothing; false where there is no time left. */
  private boolean await(int operation) throws IOException {
    takeInterrupt();
    long millis = timeoutMillis;
    if (caller != null) {
      long left = caller.left();
      if (left <= 0) {
        return false;
      }
      long most = left / MILLISECOND + 1;
      millis = millis == 0 ? most : Math.min(millis, most);
    }
    Selector opened = selector;
    SelectionKey registered = key;
    if (opened == null || registered == null) {
      throw new SocketException("not connected");
    }
    waiting = true;
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      if (operation != SelectionKey.OP_READ) {
        registered.interestOps(operation);
      }
      opened.select(ChannelSocket::ready, millis);
      if (operation != SelectionKey.OP_READ) {
        registered.interestOps(SelectionKey.OP_READ);
      }
    } catch (ClosedSelectorException | CancelledKeyException e) {
      throw new ClosedChannelException();
    } finally {
      waiting = false;
      if (closed) {
        opened.close();
      }
      takeInterrupt();
    }
    return true;
  }

  /** To be told of the one key by a call leaves no set of keys to be filled and emptied. */
  private static void ready(SelectionKey ready) {
    // It is the only one.
  }

  private void takeInterrupt() {
    if (caller != null) {
      caller.takeInterrupt();
    } else {
      // A thread of ours, which nobody interrupts; a selector would not wait with the flag set.
      Thread.interrupted();
    }
  }

  /** Ends a wait of another thread as well, and does not wait for that thread. */
  @Override
  public void close() throws IOException {
    closed = true;
    try {
      channel.close();
    } finally {
      Selector opened = selector;
      if (opened != null) {
        if (waiting) {
          // Who waits holds a lock of it, and closes it.
          opened.wakeup();
        } else {
          opened.close();
        }
      }
    }
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  private final class Input extends InputStream {
    @Override
    public int read() throws IOException {
      return !ahead.hasRemaining() && filled() == -1 ? -1 : ahead.get() & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      if (count == 0) {
        return 0;
      }
      if (!ahead.hasRemaining() && filled() == -1) {
        return -1;
      }
      int some = Math.min(count, ahead.remaining());
      ahead.get(bytes, from, some);
      return some;
    }

    @Override
    public int available() {
      return ahead.remaining();
    }

    @Override
    public void close() throws IOException {
      ChannelSocket.this.close();
    }
  }

  private final class Output extends OutputStream {
    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      drain(ByteBuffer.wrap(bytes, from, count));
      asked = true;
    }

    @Override
    public void close() throws IOException {
      ChannelSocket.this.close();
    }
  }

  @Override
  public SocketChannel getChannel() {
    return channel;
  }

  @Override
  public void setSoTimeout(int millis) {
    timeoutMillis = millis;
  }

  @Override
  public int getSoTimeout() {
    return timeoutMillis;
  }

  @Override
  public void setTcpNoDelay(boolean on) throws SocketException {
    options.setTcpNoDelay(on);
  }

  @Override
  public boolean getTcpNoDelay() throws SocketException {
    return options.getTcpNoDelay();
  }

  @Override
  public int getSoLinger() throws SocketException {
    return options.getSoLinger();
  }

  @Override
  public InetAddress getInetAddress() {
    return options.getInetAddress();
  }

  @Override
  public int getPort() {
    return options.getPort();
  }

  @Override
  public InetAddress getLocalAddress() {
    return options.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return options.getLocalPort();
  }

  @Override
  public @Nullable SocketAddress getRemoteSocketAddress() {
    return options.getRemoteSocketAddress();
  }

  @Override
  public @Nullable SocketAddress getLocalSocketAddress() {
    return options.getLocalSocketAddress();
  }

  @Override
  public boolean isConnected() {
    return options.isConnected();
  }

  @Override
  public boolean isBound() {
    return options.isBound();
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public boolean isInputShutdown() {
    return options.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return options.isOutputShutdown();
  }

  @Override
  public void shutdownInput() throws IOException {
    options.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    options.shutdownOutput();
  }
}
