package io.telproof.spi.http;

import static io.telproof.spi.http.RawServer.chunked;
import static io.telproof.spi.http.RawServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.http.RawServer.Peer;
import io.telproof.spi.http.RawServer.Script;
import io.telproof.spi.reply.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A connection is another question's only once the reply on it was looked at: before that nobody
 * knows whether it is the answer to its own question.
 */
@Timeout(120)
class HeldConnectionTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String BODY = "answer";
  private static final PrivateCa CA = new PrivateCa();

  /** How a reply with the same body can come. */
  private record Form(String name, Writer writer) {
    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  private interface Writer {
    void reply(Peer peer) throws IOException;
  }

  private static List<Form> forms() {
    return List.of(
        new Form("with its length", peer -> peer.write(ok(BODY))),
        new Form("in one chunk", peer -> peer.write(chunked("", BODY))),
        new Form("in chunks of a byte", peer -> peer.write(chunked("", BODY.split("")))));
  }

  /** Here OkHttp sees the end at once. */
  private static List<Form> formsReadToTheEnd() {
    return List.of(
        new Form(
            "its last byte alone",
            peer -> {
              String whole = ok(BODY);
              peer.write(whole.substring(0, whole.length() - 1));
              peer.write(whole.substring(whole.length() - 1));
            }),
        new Form(
            "its last chunk alone",
            peer -> {
              String whole = chunked("", BODY);
              peer.write(whole.substring(0, whole.length() - 5));
              peer.write(whole.substring(whole.length() - 5));
            }),
        new Form("packed", HeldConnectionTest::packed));
  }

  private static void packed(Peer peer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(BODY.getBytes(StandardCharsets.UTF_8));
    }
    String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ";
    peer.write(head + bytes.size() + "\r\n\r\n");
    peer.write(bytes.toByteArray());
  }

  private static Script forever(Form form) {
    return peer -> {
      while (true) {
        peer.request();
        form.writer().reply(peer);
      }
    };
  }

  private static String text(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  /** Asks once more while the reply to a first question is looked at; gives both replies. */
  private static List<String> askedMeanwhile(Line line, String url) {
    CompletableFuture<String> inside = new CompletableFuture<>();
    CompletableFuture<String> outside = new CompletableFuture<>();
    line.gateway.ask(
        Line.question(url, line.limiter),
        CallContext.within(LONG),
        reply -> {
          inside.complete(text(line.ask(url, LONG)));
          outside.complete(text(reply));
          return reply.known("whatever", Charge.FREE);
        });
    return List.of(outside.join(), inside.join());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void nobody_has_a_connection_while_the_reply_on_it_is_looked_at(Form form) throws Exception {
    try (RawServer vendor = new RawServer(forever(form));
        Line line = new Line()) {
      line.ask(vendor.url("http"), LONG);
      assertThat(askedMeanwhile(line, vendor.url("http"))).containsExactly(BODY, BODY);
      assertThat(vendor.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void it_is_the_next_question_s_afterwards(Form form) throws Exception {
    try (RawServer vendor = new RawServer(forever(form));
        Line line = new Line()) {
      askedMeanwhile(line, vendor.url("http"));
      assertThat(askedMeanwhile(line, vendor.url("http"))).containsExactly(BODY, BODY);
      assertThat(vendor.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource({"forms", "formsReadToTheEnd"})
  void whatever_form_a_reply_has_it_is_whole_and_its_connection_serves_again(Form form)
      throws Exception {
    try (RawServer vendor = new RawServer(forever(form), CA.sockets("127.0.0.1"));
        Line line =
            new Line(
                new Network(
                    Optional.empty(),
                    Optional.of(CA.file()),
                    Optional.empty(),
                    Optional.of(Duration.ofMinutes(5))))) {
      for (int i = 0; i < 3; i++) {
        assertThat(text(line.ask(vendor.url("https"), LONG))).isEqualTo(BODY);
      }
      assertThat(vendor.connections()).isEqualTo(1);
    }
  }

  @Test
  void where_looking_at_it_fails_the_connection_is_free_as_well() throws Exception {
    try (RawServer vendor =
            new RawServer(forever(forms().get(0)), ServerSocketFactory.getDefault());
        Line line = new Line()) {
      for (int i = 0; i < 3; i++) {
        VerificationException failure =
            org.assertj.core.api.Assertions.catchThrowableOfType(
                VerificationException.class,
                () ->
                    line.gateway.ask(
                        Line.question(vendor.url("http"), line.limiter),
                        CallContext.within(LONG),
                        reply -> {
                          throw reply.failed(FailureKind.INVALID_REQUEST, Charge.FREE, "refused");
                        }));
        assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
      }
      assertThat(vendor.connections()).isEqualTo(1);
    }
  }
}
