package io.telproof.spi.http.internal;

import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.reply.ReplyOrigin;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one connection carries one reply for each request. Bytes that nobody asked for
 * would be read as the answer to the next question, which is about somebody else.
 *
 * <p>OkHttp reads through {@link #one}, which gives it a reply and nothing behind it, so that no
 * such bytes can lie in OkHttp's own buffer. {@link #ready} looks in the two places that are left,
 * the TLS layer and the kernel, before a request goes out; there it sees the peer's end too. That
 * costs a few microseconds and never waits.
 *
 * <p>OkHttp gives a connection to the next question as soon as it has read the last byte of a
 * reply, and before anybody has looked at that. So it does not get the last byte at once: who asks
 * takes it {@linkplain #rest from here}, looks at the reply, and only then lets OkHttp read to the
 * end.
 *
 * <p>What arrives between the look and the reply cannot be told from the reply by its framing. It
 * leaves the true reply over, so that the first look after that has arrived ends it; a reply that
 * comes together with another one, on a connection that has served before, is not believed.
 *
 * <p>A connection is used by one exchange at a time; {@link #retire} may be called by any thread.
 */
public final class ConnectionGuard {
  private enum State {
    /** Nothing was asked yet: the connection is being made. */
    NEW,
    /** A request went out, or is about to; its reply is not whole. */
    IN_USE,
    /** The reply is whole, and nothing is to come. */
    IDLE
  }

  private static final byte[] NOTHING = {};

  private final ChannelSocket socket;
  private final ReplyFraming framing = new ReplyFraming();
  private State state = State.NEW;
  private boolean isFirst;
  private boolean isWritten;
  private @Nullable Permit permit;
  private @Nullable InputStream tls;
  private @Nullable CallerThread caller;
  private @Nullable ReplyFinding last;
  private boolean holdsLast;
  private byte lastByte;
  private volatile boolean retired;

  ConnectionGuard(ChannelSocket socket) {
    this.socket = socket;
  }

  /** The guard of a socket that OkHttp got from {@link OneReplySockets}; empty for any other. */
  public static Optional<ConnectionGuard> of(Socket socket) {
    if (socket instanceof OneReplyTlsSocket tls) {
      return Optional.of(tls.guard());
    }
    return socket instanceof OneReplySocket plain ? Optional.of(plain.guard()) : Optional.empty();
  }

  /** The connection goes on in TLS, whose clear text comes from this stream. */
  void encrypted(InputStream clearText) {
    this.tls = clearText;
  }

  /** Whether a request went out on this connection before. */
  public boolean isKept() {
    return state != State.NEW;
  }

  /**
   * Looks whether a request may go out now, and takes the next bytes for its reply. Asked once
   * before each request; where the answer is no, nothing is to be sent and the connection is
   * closed.
   *
   * @param ids of a vendor that gives any: the last reply has to have one of its own
   */
  public boolean ready(RequestIds ids) {
    if (!isOwn(ids) || retired || state == State.IN_USE || holdsLast || !isQuiet()) {
      close();
      return false;
    }
    isFirst = state == State.NEW;
    state = State.IN_USE;
    isWritten = false;
    framing.next();
    last = new ReplyFinding();
    return true;
  }

  /** Whether the last reply was found to be its own question's, as far as that can be told. */
  private boolean isOwn(RequestIds ids) {
    return ids.isEmpty() || last == null || last.finding() == ReplyFinding.Finding.OWN;
  }

  /**
   * What is missing of the body of the present reply, where the whole reply has arrived and OkHttp
   * has not read to its end: one byte or none. Empty where it is to be read on. For the thread that
   * reads.
   *
   * @param read how many bytes of the body were read, as they were sent
   */
  public Optional<byte[]> rest(long read) {
    if (!framing.whole()) {
      return Optional.empty();
    }
    if (holdsLast) {
      return read == framing.content() - 1 ? Optional.of(new byte[] {lastByte}) : Optional.empty();
    }
    return !framing.endsInContent() && read == framing.content()
        ? Optional.of(NOTHING)
        : Optional.empty();
  }

  /** The present exchange is carried out by the thread that asks. */
  public void usedBy(CallerThread thread) {
    caller = thread;
    socket.usedBy(thread);
  }

  /** Where the reply to the present request comes from. For the exchange that was let through. */
  public ReplyOrigin origin(RequestIds ids) {
    return new ConnectionOrigin(this, Objects.requireNonNull(last, "nothing was asked"), ids);
  }

  /**
   * Has this permit told once the present request has been handed to the network as a whole: OkHttp
   * writes it, flushes it, and only then reads.
   */
  public void onceWritten(Permit told) {
    permit = told;
  }

  private void written() {
    Permit told = permit;
    if (told != null) {
      permit = null;
      told.sent();
    }
  }

  /** The connection serves nobody after the exchange that has it now. */
  public void retire() {
    retired = true;
  }

  /** Closes the connection, on which nothing is to be sent. */
  public void close() {
    retired = true;
    try {
      socket.close();
    } catch (IOException e) {
      // Nobody uses it again.
    }
  }

  /** Whether neither bytes nor the peer's end have arrived. */
  private boolean isQuiet() {
    try {
      if (tls != null && tls.available() > 0) {
        return false;
      }
      // The first thing that a server of TLS 1.3 sends after the handshake is its tickets.
      return (tls != null && state == State.NEW) || socket.isQuiet();
    } catch (IOException e) {
      return false;
    }
  }

  /** The stream that OkHttp reads: of each reply all bytes, and none behind it. */
  InputStream one(InputStream bytes) {
    return new OneReply(bytes);
  }

  /** The stream that OkHttp writes. */
  OutputStream one(OutputStream bytes) {
    return new OneRequest(bytes);
  }

  private void takeInterrupt() {
    if (caller != null) {
      caller.takeInterrupt();
    }
  }

  private final class OneRequest extends FilterOutputStream {
    private OneRequest(OutputStream bytes) {
      super(bytes);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      sends();
      out.write(bytes, from, count);
      takeInterrupt();
    }

    @Override
    public void write(int single) throws IOException {
      sends();
      out.write(single);
    }

    private void sends() {
      isWritten = true;
      if (caller != null) {
        caller.sends();
      }
    }

    /** The last that is done before OkHttp reads, which it does not with the flag set. */
    @Override
    public void flush() throws IOException {
      out.flush();
      takeInterrupt();
    }
  }

  private final class OneReply extends FilterInputStream {
    private OneReply(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      byte[] single = new byte[1];
      return read(single, 0, 1) == -1 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      if (holdsLast && count > 0) {
        holdsLast = false;
        bytes[from] = lastByte;
        return 1;
      }
      if (state == State.IDLE) {
        return unasked();
      }
      if (state == State.NEW) {
        return super.read(bytes, from, count);
      }
      if (!isWritten) {
        // OkHttp asks for the reply although it failed to send: none will come.
        throw new IOException("nothing was sent");
      }
      written();
      int there = 0;
      // OkHttp asks for the interrupt flag before each read: the fewer, the better.
      do {
        int came = super.read(bytes, from + there, count - there);
        if (came <= 0) {
          return there == 0 ? came : there;
        }
        there += ours(bytes, from + there, came);
      } while (there < count && framing.needsMore());
      takeInterrupt();
      return withoutLast(bytes, from, there);
    }

    /** What OkHttp gets of what has come. Alone, the last byte cannot be kept back. */
    private int withoutLast(byte[] bytes, int from, int there) {
      if (there < 2 || !framing.whole() || !framing.endsInContent()) {
        return there;
      }
      lastByte = bytes[from + there - 1];
      holdsLast = true;
      return there - 1;
    }

    private int ours(byte[] bytes, int from, int came) throws IOException {
      int ours = framing.take(bytes, from, came);
      if (ours < came) {
        retired = true;
        if (!isFirst) {
          // Two replies to one question: the first may be somebody else's.
          throw new ReplyFraming.FramingException("more than one reply came");
        }
      }
      if (framing.whole()) {
        state = State.IDLE;
        // Before OkHttp gives the connection on, or closes it.
        caller = null;
        socket.usedBy(null);
      }
      return ours;
    }

    /**
     * After a longer pause OkHttp looks by itself, by reading for a millisecond: a byte would be
     * health to it. It is told the end instead.
     */
    private int unasked() throws IOException {
      if (isQuiet()) {
        throw new SocketTimeoutException("nothing was asked, and nothing came");
      }
      retired = true;
      return -1;
    }
  }
}
