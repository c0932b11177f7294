package io.telproof.proof.storm;

import io.telproof.proof.storm.Books.Sighting;
import io.telproof.spi.time.Time;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One connection of a client, carried on to the vendor exchange by exchange. A request is read
 * whole before its first byte goes on, so that it is known whose it was, wherever it is cut.
 */
final class RoughConnection {
  /** Longer than any caller waits. */
  private static final int STALL_MILLIS = 10_000;

  private static final int LONGEST_DELAY_MILLIS = 600;
  private static final int LATEST_MICROS = 30_000;
  private static final int MOST_PIECES = 5;

  /** Does something after a while, beside whatever is under way. */
  interface Later {
    void run(Runnable work, Duration after);
  }

  private final Peer client;
  private final Peer vendor;
  private final Books books;
  private final SplittableRandom random;
  private final Later later;
  private final Consumer<Mishap> count;
  private boolean idle = true;
  // Whether there was more on this connection than the replies.
  private volatile boolean spoken;
  private boolean told;
  private OptionalLong closed = OptionalLong.empty();

  RoughConnection(
      Peer client,
      Peer vendor,
      Books books,
      SplittableRandom random,
      Later later,
      Consumer<Mishap> count) {
    this.client = client;
    this.vendor = vendor;
    this.books = books;
    this.random = random;
    this.later = later;
    this.count = count;
  }

  void play() throws IOException, InterruptedException {
    boolean open = true;
    while (open) {
      Optional<Message> request = client.read();
      if (request.isEmpty() || !arrived(request.get())) {
        return;
      }
      Mishap mishap = Mishap.next(random);
      count.accept(mishap);
      long from = System.nanoTime();
      open = carry(request.get(), mishap) && bringBack(mishap);
      if (!open && spoken) {
        // Whoever took a stray reply for its own has let another question go out behind it, which
        // ends here unread.
        books.resetInThePause(from, System.nanoTime());
      }
    }
  }

  /** Whether the connection is open on this side too. */
  private synchronized boolean arrived(Message request) {
    idle = false;
    // Whoever asks for an access token asks about nobody.
    Everybody.in(request.question()).ifPresent(person -> books.seen(new Sighting(person, closed)));
    return closed.isEmpty();
  }

  private boolean carry(Message request, Mishap mishap) throws IOException, InterruptedException {
    byte[] bytes = request.bytes();
    int at = random.nextInt(bytes.length + 1);
    switch (mishap) {
      case REQUEST_RESET -> {
        vendor.write(bytes, 0, at);
        vendor.reset();
        client.reset();
        return false;
      }
      case REQUEST_STALLED -> {
        vendor.write(bytes, 0, at);
        client.untilClosed(STALL_MILLIS);
        return false;
      }
      case REQUEST_CUT -> {
        vendor.write(bytes, 0, at);
        return false;
      }
      case REQUEST_DELAYED -> delayed(vendor, bytes, at);
      case REQUEST_SPLIT -> split(vendor, bytes);
      default -> vendor.write(bytes);
    }
    return true;
  }

  private boolean bringBack(Mishap mishap) throws IOException, InterruptedException {
    Message reply = vendor.read().orElseThrow(() -> new EOFException("of the vendor"));
    byte[] bytes = reply.bytes();
    // Never behind the last byte: that would be in the pause.
    int at = random.nextInt(bytes.length);
    // What comes later waits for the end of this reply, and does not come into the midst of it.
    synchronized (this) {
      if (told) {
        Message.id(text(bytes)).ifPresent(books::afterTheLook);
      }
      switch (mishap) {
        case REPLY_RESET -> {
          client.write(bytes, 0, at);
          client.reset();
          vendor.reset();
          return false;
        }
        case REPLY_STALLED -> {
          client.write(bytes, 0, at);
          client.untilClosed(STALL_MILLIS);
          return false;
        }
        case REPLY_CUT -> {
          client.write(bytes, 0, at);
          return false;
        }
        case REPLY_DELAYED -> delayed(client, bytes, at);
        case REPLY_SPLIT -> split(client, bytes);
        case TWICE -> client.write(text(bytes) + text(bytes));
        case A_408 -> client.write(text(bytes) + Framing.A_KEPT_408);
        case JUNK -> client.write(text(bytes) + junk());
        case INVENTED -> client.write(text(bytes) + text(invented(reply)));
        default -> client.write(bytes);
      }
      idle = true;
      spoken |= mishap.isStray();
      switch (mishap) {
        case TWICE_LATER -> sometimeLater(() -> client.write(bytes));
        case A_408_LATER -> sometimeLater(() -> client.write(Framing.A_KEPT_408));
        case JUNK_LATER -> {
          String junk = junk();
          sometimeLater(() -> client.write(junk));
        }
        case INVENTED_LATER -> sometimeLater(() -> invent(reply));
        case CLOSED_IN_THE_PAUSE -> sometimeLater(this::closeIfIdle);
        case RESET_IN_THE_PAUSE -> sometimeLater(this::resetIfIdle);
        default -> {
          // It is over.
        }
      }
    }
    return true;
  }

  private void invent(Message reply) throws IOException {
    byte[] bytes = invented(reply);
    told = true;
    Message.id(text(bytes)).ifPresent(books::afterTheLook);
    client.write(bytes);
  }

  private void closeIfIdle() throws IOException {
    if (idle && closed.isEmpty()) {
      client.end();
      closed = OptionalLong.of(System.nanoTime());
    }
  }

  private void resetIfIdle() throws IOException {
    if (idle && closed.isEmpty()) {
      long from = System.nanoTime();
      client.reset();
      books.resetInThePause(from, System.nanoTime());
    }
  }

  /** Something that fails where the client has gone. */
  private interface Late {
    void come() throws IOException;
  }

  private void sometimeLater(Late late) {
    long micros = random.nextInt(LATEST_MICROS);
    later.run(() -> comes(late), Duration.of(micros, ChronoUnit.MICROS));
  }

  private synchronized void comes(Late late) {
    try {
      late.come();
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private void delayed(Peer to, byte[] bytes, int at) throws IOException, InterruptedException {
    to.write(bytes, 0, at);
    Time.system().await(Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS)));
    to.write(bytes, at, bytes.length);
  }

  private void split(Peer to, byte[] bytes) throws IOException, InterruptedException {
    int from = 0;
    for (int piece = 1; piece < MOST_PIECES; piece++) {
      int end = from + random.nextInt(bytes.length - from + 1);
      to.write(bytes, from, end);
      Time.system().await(Duration.ofMillis(1));
      from = end;
    }
    to.write(bytes, from, bytes.length);
  }

  private String junk() {
    return "x\r\n\r\n".substring(random.nextInt(5));
  }

  private static byte[] invented(Message reply) {
    return Message.invented(text(reply.bytes())).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
