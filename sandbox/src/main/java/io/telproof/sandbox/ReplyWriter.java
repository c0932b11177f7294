package io.telproof.sandbox;

import io.telproof.sandbox.internal.page.EventStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;

/** Brings replies to the wire, whole or with a fault. */
final class ReplyWriter {

  private static final Duration STALL = Duration.ofMinutes(5);
  private static final Duration DRIP = Duration.ofMillis(250);
  private static final Duration MOMENT = Duration.ofMillis(50);
  private static final String UNASKED = "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);
  private static final String PAGE =
      "<!DOCTYPE html><html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>";

  private final LoopbackSockets sockets;
  private final Faults faults;
  private final CountDownLatch closing;

  /**
   * Delivers on these sockets.
   *
   * @param faults told when a reply that goes on behind its end is out
   * @param closing counted down when the sandbox closes, so that no stall outlasts it
   */
  ReplyWriter(LoopbackSockets sockets, Faults faults, CountDownLatch closing) {
    this.sockets = sockets;
    this.faults = faults;
    this.closing = closing;
  }

  MockResponse whole(RecordedRequest request, VendorReply reply, Instant date) {
    MockResponse.Builder response = head(reply.status(), date);
    for (Header header : reply.headers()) {
      response.addHeader(header.name(), header.value());
    }
    response.body(reply.body());
    if (reply.status() == 204) {
      response.removeHeader("Content-Length");
    }
    if ("close".equalsIgnoreCase(request.getHeaders().get("Connection"))) {
      response
          .setHeader("Connection", "close")
          .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
    }
    return response.build();
  }

  /** The head at once, then each event; the connection ends with the stream, and so tells it. */
  MockResponse stream(VendorReply reply, EventStream events, Instant date) {
    return body(reply, date, new EventBody(events))
        .newBuilder()
        .removeHeader("Content-Length")
        .setHeader("Connection", "close")
        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
        .build();
  }

  MockResponse spoilt(RecordedRequest request, VendorReply reply, Fault fault, Instant date)
      throws InterruptedException {
    return switch (fault) {
      case RESET_BEFORE_REPLY -> {
        sockets.resetOnClose(request.getConnectionIndex());
        yield closed();
      }
      case DISCONNECT -> closed();
      case STALL -> {
        awaitClosing(STALL);
        yield closed();
      }
      case DRIP -> {
        Buffer text = new Buffer().writeUtf8(reply.body());
        yield body(reply, date, new CutBody(request, text.size(), sink -> drip(text, sink)));
      }
      case HALF_REPLY -> {
        Buffer text = new Buffer().writeUtf8(reply.body());
        yield body(reply, date, new CutBody(request, text.size(), sink -> half(text, sink)));
      }
      case ENDLESS_BODY ->
          head(200, date)
              .addHeader("Content-Type", "application/json")
              .body(new CutBody(request, -1, this::endless))
              .removeHeader("Content-Length")
              .setHeader("Transfer-Encoding", "chunked")
              .build();
      case HTML_502 -> page(502, "502 Bad Gateway", date);
      case HTML_200 -> page(200, "Welcome to the guest network", date);
      case EMPTY_200 -> head(200, date).build();
      case EMPTY_OBJECT -> json("{}", date);
      case NOT_JSON_200 -> json(reply.body().substring(0, reply.body().length() / 2), date);
      case REDIRECT_307 -> head(307, date).addHeader("Location", request.getTarget()).build();
      case HTTP_429 -> head(429, date).body("Too Many Requests").build();
      case HTTP_503 ->
          head(503, date).addHeader("Retry-After", "0").body("Service Unavailable").build();
      case CLOSE_AFTER_REPLY -> behind(request, reply, date, sink -> close(request, sink));
      case SECOND_REPLY -> behind(request, reply, date, sink -> sink.writeUtf8(once(reply)));
      case SECOND_REPLY_LATER -> behind(request, reply, date, sink -> later(sink, once(reply)));
      case UNASKED_408 -> behind(request, reply, date, sink -> later(sink, UNASKED));
      case MORE_THAN_ANNOUNCED -> behind(request, reply, date, sink -> sink.writeUtf8("\n}0"));
    };
  }

  /** The whole reply, and what follows it; whoever waits for that is told that it is out. */
  private MockResponse behind(
      RecordedRequest request, VendorReply reply, Instant date, BodyWriter more) {
    Buffer text = new Buffer().writeUtf8(reply.body());
    return body(
        reply,
        date,
        new CutBody(
            request,
            text.size(),
            sink -> {
              sink.write(text, text.size());
              try {
                more.to(sink);
                sink.flush();
              } finally {
                faults.out();
              }
            }));
  }

  private static String once(VendorReply reply) {
    int length = reply.body().getBytes(StandardCharsets.UTF_8).length;
    return "HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(reply.status(), length, reply.body());
  }

  /** As a write of its own, when the caller has long read the reply. */
  private void later(BufferedSink sink, String text) throws IOException {
    sink.flush();
    try {
      awaitClosing(MOMENT);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    sink.writeUtf8(text);
  }

  private void close(RecordedRequest request, BufferedSink sink) throws IOException {
    sink.flush();
    sockets.close(request.getConnectionIndex());
  }

  private static MockResponse.Builder head(int status, Instant date) {
    return new MockResponse.Builder().code(status).addHeader("Date", HTTP_DATE.format(date));
  }

  private static MockResponse page(int status, String title, Instant date) {
    return head(status, date)
        .addHeader("Content-Type", "text/html")
        .body(PAGE.formatted(title))
        .build();
  }

  private static MockResponse json(String text, Instant date) {
    return head(200, date).addHeader("Content-Type", "application/json").body(text).build();
  }

  private static MockResponse body(VendorReply reply, Instant date, MockResponseBody body) {
    MockResponse.Builder response = head(reply.status(), date);
    for (Header header : reply.headers()) {
      response.addHeader(header.name(), header.value());
    }
    return response.body(body).build();
  }

  private static MockResponse closed() {
    return new MockResponse.Builder()
        .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
        .build();
  }

  /** Whether the sandbox began to close within this time. */
  private boolean awaitClosing(Duration time) throws InterruptedException {
    return closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void drip(Buffer text, BufferedSink sink) throws IOException {
    try {
      while (!text.exhausted() && !awaitClosing(DRIP)) {
        sink.writeByte(text.readByte()).flush();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!text.exhausted()) {
      throw new IOException("closed while dripping");
    }
  }

  private static void half(Buffer text, BufferedSink sink) throws IOException {
    sink.write(text, text.size() / 2);
    sink.flush();
    throw new IOException("half of it is enough");
  }

  private void endless(BufferedSink sink) throws IOException {
    String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
    while (closing.getCount() > 0) {
      sink.writeUtf8(chunk).flush();
    }
    throw new IOException("closed");
  }

  private record EventBody(EventStream events) implements MockResponseBody {
    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      events.sendTo(text -> sink.writeUtf8(text).flush());
    }
  }

  private interface BodyWriter {
    void to(BufferedSink sink) throws IOException;
  }

  /** A body whose connection is closed where writing it fails: the server would leave it open. */
  private final class CutBody implements MockResponseBody {

    private final int connection;
    private final long length;
    private final BodyWriter writing;

    CutBody(RecordedRequest request, long length, BodyWriter writing) {
      this.connection = request.getConnectionIndex();
      this.length = length;
      this.writing = writing;
    }

    @Override
    public long getContentLength() {
      return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try {
        writing.to(sink);
      } catch (IOException e) {
        sockets.close(connection);
        throw e;
      }
    }
  }
}
