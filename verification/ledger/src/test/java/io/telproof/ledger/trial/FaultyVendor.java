package io.telproof.ledger.trial;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.time.Time;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The sandbox's Tencent in the trial's own process, which nobody kills. It carries out what it is
 * asked, notes that, and then loses or spoils some of the replies, or takes its time. Thread-safe.
 */
final class FaultyVendor implements AutoCloseable {
  private static final int UNLIMITED = 1_000_000;

  /** Of a thousand requests so many meet each fault, and so many one that takes all their time. */
  private static final int OF = 1000;

  private static final List<Fault> FAULTS =
      List.of(
          Fault.RESET_BEFORE_REPLY,
          Fault.DISCONNECT,
          Fault.HALF_REPLY,
          Fault.HTTP_503,
          Fault.HTML_502,
          Fault.NOT_JSON_200,
          Fault.HTTP_429,
          Fault.CLOSE_AFTER_REPLY);
  private static final int EACH = 5;
  private static final int SLOW = 100;
  private static final int LONGEST_MILLIS = 100;

  /** One of so many numbers has no record, which costs nothing. */
  private static final int NOTHING_KNOWN = 20;

  private final ConcurrentMap<Integer, List<Request>> carriedOut = new ConcurrentHashMap<>();
  private final Random random;
  private final Sandbox sandbox;

  FaultyVendor(long seed) {
    this.random = new Random(seed);
    this.sandbox = Sandbox.start(new Noting());
  }

  URI endpoint() {
    return sandbox.endpoint();
  }

  /** How many requests stand on the vendor's own bill as charged. */
  long charged() {
    return sandbox.bill().charged();
  }

  /** What was carried out, by question. */
  Map<Integer, List<Request>> carriedOut() {
    return carriedOut;
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private Optional<Fault> fault() {
    int drawn = random.nextInt(OF);
    if (drawn == 0) {
      return Optional.of(Fault.STALL);
    }
    return (drawn - 1) / EACH < FAULTS.size()
        ? Optional.of(FAULTS.get((drawn - 1) / EACH))
        : Optional.empty();
  }

  /** Before the reply, while the asking process may be killed. */
  private void takeTime() {
    if (random.nextInt(OF) < SLOW) {
      try {
        Time.system().await(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
      } catch (InterruptedException e) {
        // The sandbox is about to close.
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Notes what it carries out. */
  private final class Noting implements Vendor {
    private final Vendor vendor =
        new TencentVendor(TencentSettings.published().limits(UNLIMITED, UNLIMITED));

    @Override
    public String name() {
      return vendor.name();
    }

    @Override
    public boolean speaks(VendorRequest request) {
      return vendor.speaks(request);
    }

    @Override
    public VendorReply answer(VendorRequest request, Instant now) {
      VendorReply reply = vendor.answer(request, now);
      int question = Question.about(reply.heard().contact());
      Optional<Fault> fault = fault();
      VendorReply told = question % NOTHING_KNOWN == 0 ? withoutRecord(reply) : reply;
      if (fault.map(Fault::carriedOut).orElse(true)) {
        Request carried = new Request(told.requestId(), told.billing() == Billing.CHARGED);
        carriedOut.merge(question, List.of(carried), FaultyVendor::both);
      }
      takeTime();
      return told.meeting(fault);
    }
  }

  private static VendorReply withoutRecord(VendorReply reply) {
    return new VendorReply(
        reply.status(),
        reply.headers(),
        reply
            .body()
            .replace("\"Result\":\"0\"", "\"Result\":\"-1\"")
            .replace("\"StatusCode\":0", "\"StatusCode\":99"),
        reply.heard(),
        reply.requestId(),
        "-1",
        Billing.FREE,
        reply.fault());
  }

  private static List<Request> both(List<Request> some, List<Request> more) {
    List<Request> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
