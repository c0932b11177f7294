package io.telproof.sandbox;

import io.telproof.sandbox.internal.page.ClockOffsets;
import io.telproof.sandbox.internal.page.PageReply;
import io.telproof.sandbox.internal.page.Pages;
import io.telproof.sandbox.internal.page.RequestEntry;
import io.telproof.sandbox.internal.page.RequestLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/**
 * The vendors on this machine: a server that answers as the vendors do, on the loopback address
 * unless the options name another.
 *
 * <p>Vendors share one port and are told apart by their protocols. Besides, a browser is shown a
 * page: every request as it arrives and what was computed of its signature, the bill, the magic
 * numbers, and the switches for keys, faults, clocks and limits. A program that has not this object
 * finds the same as JSON, such as {@code GET /bill}. Anything else that no vendor speaks gets a 404
 * that says what is served. Thread-safe.
 */
public final class Sandbox implements AutoCloseable {

  /** How many requests {@link #heard()} remembers. */
  public static final int HEARD = 10_000;

  private static final long LARGEST_BODY = 10L << 20;

  private final Bill bill = new Bill();
  private final Faults faults = new Faults();
  private final Recent<ReceivedRequest> heard = new Recent<>(HEARD);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final LoopbackSockets sockets = new LoopbackSockets();
  private final ReplyWriter delivery = new ReplyWriter(sockets, faults, closing);
  private final MockWebServer server = new MockWebServer();
  private final InstantSource clock;
  private final List<Vendor> vendors;
  private final InetAddress host;
  private final ClockOffsets offsets = new ClockOffsets();
  private final RequestLog log = new RequestLog();
  private final Pages pages;

  private Sandbox(SandboxOptions options) {
    this.clock = options.clock();
    this.vendors = options.vendors();
    this.host = options.host();
    this.pages = new Pages(options, bill, faults, log, offsets);
  }

  /**
   * Starts these vendors on a port of the system's choice, with the system's clock.
   *
   * @param vendors who is played
   * @return the sandbox, to be closed by whoever started it
   */
  public static Sandbox start(Vendor... vendors) {
    return start(SandboxOptions.of(vendors));
  }

  /**
   * Starts the vendors as the options say.
   *
   * @param options who is played, and where
   * @return the sandbox, to be closed by whoever started it
   * @throws UncheckedIOException if the port is taken
   */
  public static Sandbox start(SandboxOptions options) {
    Sandbox sandbox = new Sandbox(options);
    sandbox.listen(options.port());
    return sandbox;
  }

  private void listen(int port) {
    RedactedLog.set();
    server.setServerSocketFactory(sockets);
    server.setBodyLimit(LARGEST_BODY + 1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            // The server keeps every request for tests to take; nobody takes these.
            server.takeRequest(0, TimeUnit.SECONDS);
            return reply(request);
          }
        });
    try {
      server.start(host, port);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The sandbox cannot listen on port " + port + " of " + host.getHostAddress(), e);
    }
  }

  /**
   * {@return where every vendor is found, such as {@code http://127.0.0.1:38287}; from this
   * machine, where the sandbox listens on all of its addresses}
   */
  public URI endpoint() {
    String address = host.isAnyLocalAddress() ? "127.0.0.1" : host.getHostAddress();
    String name = address.indexOf(':') < 0 ? address : '[' + address + ']';
    return URI.create("http://" + name + ':' + server.getPort());
  }

  /** {@return what the requests so far cost} */
  public Bill bill() {
    return bill;
  }

  /** {@return what the next requests are to meet} */
  public Faults faults() {
    return faults;
  }

  /** {@return what the vendors understood of the last {@value #HEARD} requests, oldest first} */
  public List<ReceivedRequest> heard() {
    return heard.list();
  }

  /** Ends every reply that is under way and gives the port back; takes no longer than a moment. */
  @Override
  public void close() {
    closing.countDown();
    log.close();
    server.close();
  }

  private MockResponse reply(RecordedRequest recorded) throws InterruptedException {
    Instant now = clock.instant();
    VendorRequest request = asSent(recorded);
    Optional<Vendor> speaker =
        vendors.stream().filter(vendor -> vendor.speaks(request)).findFirst();
    if (speaker.isEmpty()) {
      PageReply page = pages.answer(request);
      return page.events().isPresent()
          ? delivery.stream(page.reply(), page.events().get(), now)
          : delivery.whole(recorded, page.reply(), now);
    }
    Vendor vendor = speaker.get();
    Instant vendorTime = now.plus(vendor.clockOffset()).plus(offsets.of(vendor.name()));
    VendorReply reply = answer(vendor, request, vendorTime);
    Optional<Fault> fault = faults.take(reply.heard()).or(reply::fault);
    note(vendor, reply, fault, now, vendorTime);
    return fault.isPresent()
        ? delivery.spoilt(recorded, reply, fault.get(), vendorTime)
        : delivery.whole(recorded, reply, vendorTime);
  }

  private static VendorReply answer(Vendor vendor, VendorRequest request, Instant now) {
    try {
      return vendor.answer(request, now);
    } catch (RuntimeException e) {
      // A mistake in a vendor's simulator. Its author needs the place; the message may quote a
      // number.
      StackTraceElement[] trace = e.getStackTrace();
      String at = trace.length == 0 ? "" : " at " + trace[0];
      String body =
          "{\"error\":\"the simulator of %s failed: %s%s\"}"
              .formatted(vendor.name(), e.getClass().getName(), at);
      return VendorReply.json(500, body, ReceivedRequest.nothing(vendor.name(), "", false));
    }
  }

  private void note(
      Vendor vendor, VendorReply reply, Optional<Fault> fault, Instant now, Instant vendorTime) {
    ReceivedRequest words = reply.heard();
    boolean carriedOut = fault.map(Fault::carriedOut).orElse(true);
    Bill.Line line =
        new Bill.Line(
            vendorTime,
            vendor.name(),
            words.operation(),
            carriedOut ? reply.requestId() : "",
            carriedOut ? reply.vendorCode() : "",
            carriedOut ? reply.billing() : Billing.FREE,
            NumberMask.contact(words.contact()),
            fault);
    heard.add(words);
    if (!words.tokenExchange()) {
      bill.add(line);
    }
    log.add(RequestEntry.of(now, line, reply));
  }

  private static VendorRequest asSent(RecordedRequest recorded) {
    List<Header> headers = new ArrayList<>();
    recorded
        .getHeaders()
        .forEach(pair -> headers.add(new Header(pair.getFirst(), pair.getSecond())));
    ByteString body = recorded.getBody();
    return new VendorRequest(
        recorded.getMethod(),
        recorded.getTarget(),
        headers,
        body == null ? new byte[0] : body.toByteArray());
  }
}
