package io.telproof.tencent;

import io.telproof.Answer;
import io.telproof.Sensitive;
import io.telproof.Tenure;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.reply.JsonObject;
import io.telproof.spi.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What Tencent's provider does for one call besides sending it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TencentBenchmark {
  private static final String NONCE = "0123456789abcdef0123456789abcdef";
  private static final Instant AT = Instant.parse("2026-11-26T08:00:00Z");

  private final Tc3Signer signer = new Tc3Signer("faceid");
  private final Credentials credentials =
      Credentials.of(
          Sensitive.of("AKIDtelproofsandbox"), Sensitive.of("telproof-sandbox-secret-key"));
  private final Request request =
      new Request.Builder()
          .url("http://127.0.0.1:8080/")
          .header("Content-Type", "application/json; charset=utf-8")
          .header("X-TC-Action", MobileNetworkTimeVerification.OPERATION)
          .header("X-TC-Version", "2018-03-01")
          .post(RequestBody.create(new byte[0]))
          .build();
  private final byte[] body = JsonObject.write(Map.of("Mobile", "13800000000"));
  private final byte[] reply =
      ("{\"Response\":{\"Result\":\"0\",\"Description\":\"success\",\"Range\":\"[24,+)\","
              + "\"RequestId\":\"0123456789abcdef0123456789abcdef\"}}")
          .getBytes(StandardCharsets.UTF_8);

  /** The signature. */
  @Benchmark
  public Request sign() {
    return signer.sign(request, body, credentials, AT, NONCE);
  }

  /** The body of a question. */
  @Benchmark
  public byte[] encode() {
    return JsonObject.write(Map.of("Mobile", "13800000000"));
  }

  /** What is made of a reply, which was looked at for the clock before. */
  @Benchmark
  public Answer<Tenure> decode() {
    Reply received =
        Reply.of(
            "main",
            MobileNetworkTimeVerification.OPERATION,
            200,
            Headers.of("Content-Type", "application/json"),
            reply,
            AT,
            Duration.ofMillis(1));
    if (TencentApi.refusedForTheClock(received)) {
      throw new IllegalStateException("the reply is a success");
    }
    return MobileNetworkTimeVerification.decode(received);
  }
}
