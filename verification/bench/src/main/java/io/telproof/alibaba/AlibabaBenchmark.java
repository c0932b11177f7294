package io.telproof.alibaba;

import io.telproof.Answer;
import io.telproof.Sensitive;
import io.telproof.Tenure;
import io.telproof.spi.http.Credentials;
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

/** What Alibaba's provider does for one call besides sending it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AlibabaBenchmark {
  private static final String NONCE = "0123456789abcdef0123456789abcdef";
  private static final Instant AT = Instant.parse("2026-11-26T08:00:00Z");

  private final Acs3Signer signer = new Acs3Signer();
  private final Credentials credentials =
      Credentials.of(Sensitive.of("telproof-sandbox-id"), Sensitive.of("telproof-sandbox-secret"));
  private final Request request =
      new Request.Builder()
          .url("http://127.0.0.1:8080/")
          .header("Accept", "application/json")
          .header("x-acs-action", MobileOnlineTime.OPERATION)
          .header("x-acs-version", Product.CLOUDAUTH.version())
          .header("Content-Type", "application/x-www-form-urlencoded")
          .post(RequestBody.create(new byte[0]))
          .build();
  private final byte[] body = encode().getBytes(StandardCharsets.UTF_8);
  private final byte[] reply =
      ("{\"Code\":\"200\",\"Message\":\"success\",\"RequestId\":"
              + "\"0123456789abcdef0123456789abcdef\",\"ResultObject\":"
              + "{\"BizCode\":\"1\",\"IspName\":\"CMCC\",\"TimeCode\":\"5\"}}")
          .getBytes(StandardCharsets.UTF_8);

  /** The signature. */
  @Benchmark
  public Request sign() {
    return signer.sign(request, body, credentials, AT, NONCE);
  }

  /** The form of a question. */
  @Benchmark
  public final String encode() {
    return Rfc3986.parameters(Map.of("Mobile", "13800000000", "ParamType", "normal"));
  }

  /** What is made of a reply, which was looked at for the clock before. */
  @Benchmark
  public Answer<Tenure> decode() {
    Reply received =
        Reply.of(
            "main",
            MobileOnlineTime.OPERATION,
            200,
            Headers.of("Content-Type", "application/json"),
            reply,
            AT,
            Duration.ofMillis(1));
    if (AlibabaApi.refusedForTheClock(received)) {
      throw new IllegalStateException("the reply is a success");
    }
    return MobileOnlineTime.decode(received);
  }
}
