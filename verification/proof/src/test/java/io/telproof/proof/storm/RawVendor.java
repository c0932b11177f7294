package io.telproof.proof.storm;

import io.telproof.proof.storm.Books.Deed;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A vendor of the sandbox whose every byte is decided by the test. What it carries out stands in
 * the books before the first byte of its reply is written. Thread-safe.
 */
final class RawVendor implements AutoCloseable {
  /** How a reply is brought to the wire. */
  interface Manner {
    /** The reply as a vendor would send it, in one piece. */
    Manner PLAIN = (nth, reply, peer) -> peer.write(whole(reply));

    /**
     * Writes.
     *
     * @param nth how many questions this vendor has read before
     */
    void bring(int nth, VendorReply reply, Peer peer) throws IOException, InterruptedException;
  }

  private final String provider;
  private final Vendor vendor;
  private final Books books;
  private final Manner manner;
  private final PortWatch listening;
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  RawVendor(String provider, Vendor vendor, Books books, ServerSocketFactory sockets, Manner manner)
      throws IOException {
    this.provider = provider;
    this.vendor = vendor;
    this.books = books;
    this.manner = manner;
    this.listening = new PortWatch(sockets, this::serve);
  }

  /** A vendor that talks plain HTTP and as it should. */
  static RawVendor plain(String provider, Vendor vendor, Books books) throws IOException {
    return new RawVendor(provider, vendor, books, ServerSocketFactory.getDefault(), Manner.PLAIN);
  }

  static String whole(VendorReply reply) {
    return Message.reply(reply.status() + " Any", head(reply), reply.body());
  }

  /** The lines of the head that are the vendor's own. */
  static String head(VendorReply reply) {
    StringBuilder head = new StringBuilder();
    for (Header header : reply.headers()) {
      head.append(header.key()).append(": ").append(header.value()).append("\r\n");
    }
    return head.toString();
  }

  URI endpoint(String scheme) {
    return listening.endpoint(scheme);
  }

  int port() {
    return listening.port();
  }

  /** How many requests it refused, for the limit or for a signature: free. */
  int refused() {
    return refused.get();
  }

  private void serve(Peer peer) throws IOException, InterruptedException {
    for (Optional<Message> request = peer.read(); request.isPresent(); request = peer.read()) {
      VendorReply reply = vendor.answer(request.get().request(), Instant.now());
      if (reply.heard().tokenExchange()) {
        peer.write(whole(reply));
        continue;
      }
      int nth = read.getAndIncrement();
      Optional<Integer> person = Everybody.in(reply.heard().contact());
      if (person.isPresent() && reply.billing() != Billing.FREE) {
        books.carriedOut(new Deed(provider, person.get(), reply.requestId(), reply.billing()));
      } else {
        refused.incrementAndGet();
      }
      manner.bring(nth, reply, peer);
    }
  }

  /** Returns once everything that was sent to it has been read. */
  void drain() throws IOException, InterruptedException {
    listening.drain();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
