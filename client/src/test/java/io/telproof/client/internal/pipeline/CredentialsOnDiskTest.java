package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.internal.credentials.CredentialsFile;
import io.telproof.client.internal.credentials.RefreshingCredentials;
import io.telproof.client.internal.credentials.TestCredentials;
import io.telproof.spi.CheckType;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.Gateway;
import io.telproof.spi.http.OutgoingRequest;
import io.telproof.spi.http.Signer;
import io.telproof.spi.http.VendorProfile;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.HandTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the file to the wire: what a vendor sees when keys change on disk. */
@Timeout(120)
class CredentialsOnDiskTest {
  private static final Signer SIGNER =
      (request, body, credentials, at, nonce) ->
          request.newBuilder().header("X-Key", credentials.id().reveal()).build();

  @TempDir Path folder;
  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");

  @Test
  void the_next_request_is_signed_with_the_keys_that_are_in_the_file_by_then() throws Exception {
    try (MockWebServer server = new MockWebServer();
        Client client = new Client(server)) {
      server.enqueue(reply(200));
      server.enqueue(reply(200));
      client.ask();
      client.file.write("B");
      time.advance(Duration.ofSeconds(1));
      client.ask();
      assertThat(key(server)).isEqualTo("id-A");
      assertThat(key(server)).isEqualTo("id-B");
      assertThat(server.getRequestCount()).isEqualTo(2);
    }
  }

  @Test
  void a_request_that_was_refused_for_its_keys_is_sent_once_more_with_the_new_ones()
      throws Exception {
    try (MockWebServer server = new MockWebServer();
        Client client = new Client(server)) {
      server.enqueue(reply(200));
      server.enqueue(reply(403));
      server.enqueue(reply(200));
      client.ask();
      client.file.write("B");
      Answer<String> answer = client.ask();
      assertThat(answer.receipt().earlier()).hasSize(1);
      assertThat(key(server)).isEqualTo("id-A");
      assertThat(key(server)).isEqualTo("id-A");
      assertThat(key(server)).isEqualTo("id-B");
      assertThat(server.getRequestCount()).isEqualTo(3);
    }
  }

  private static MockResponse reply(int status) {
    return new MockResponse.Builder().code(status).body("{}").build();
  }

  private static String key(MockWebServer server) throws InterruptedException {
    RecordedRequest request = server.takeRequest();
    return String.valueOf(request.getHeaders().get("X-Key"));
  }

  /** A provider with one check, and what stands around it. */
  private final class Client implements AutoCloseable {
    private final CredentialsFile file = new CredentialsFile(folder.resolve("key"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Gateway gateway;
    private final RateLimiter limiter;
    private final String url;
    private final Check<String, String> check;

    Client(MockWebServer server) throws Exception {
      file.write("A");
      server.start();
      url = server.url("/").toString();
      RefreshingCredentials keys =
          RefreshingCredentials.ofFiles(
              "main",
              List.of(file.path),
              file::credentials,
              TestCredentials.of("A"),
              new VendorProfile(time),
              time,
              threads);
      ProviderEnvironment environment = ProviderEnvironment.local(time);
      limiter =
          environment
              .rateLimiters()
              .limiter("main", RateLimits.of(new RateLimit(20, Duration.ofSeconds(1))));
      gateway = environment.gateway("main", SIGNER, keys, reply -> false);
      check =
          Stages.check(
              new CredentialsStage<>(
                  Stages.of(this::atTheVendor), keys, CheckType.PHONE_STATUS, true, time),
              time);
    }

    private Answer<String> atTheVendor(String query, CallContext context) {
      byte[] body = query.getBytes(StandardCharsets.UTF_8);
      return gateway.ask(
          new OutgoingRequest(
              "Ask", limiter, new Request.Builder().url(url).post(RequestBody.EMPTY).build(), body),
          context,
          this::decode);
    }

    private Answer<String> decode(Reply reply) {
      if (reply.status() == 403) {
        throw new VerificationException(
            Failure.of(
                FailureKind.UNAUTHORIZED, "main", "Ask", "the vendor does not know the key"));
      }
      return new Answer.Known<>("it", Receipt.unsent("main", "Ask", time.now()));
    }

    Answer<String> ask() {
      return check.check("?", CallContext.within(Duration.ofSeconds(30)));
    }

    @Override
    public void close() {
      gateway.close();
      threads.shutdownNow();
    }
  }
}
