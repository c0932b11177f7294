package io.telproof.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The signatures by hand, beside which Telproof's stand; without the request that has them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HandSignatureBenchmark {
  private static final String HOST = "127.0.0.1:8080";
  private static final Instant AT = Instant.parse("2026-11-26T08:00:00Z");

  private final HandTc3 tc3 =
      new HandTc3(
          "AKIDtelproofsandbox",
          "telproof-sandbox-secret-key",
          HOST,
          "MobileNetworkTimeVerification");
  private final HandAcs3 acs3 =
      new HandAcs3(
          "telproof-sandbox-id", "telproof-sandbox-secret", HOST, "MobileOnlineTime", "2019-03-07");
  private final byte[] json = "{\"Mobile\":\"13800000000\"}".getBytes(StandardCharsets.UTF_8);
  private final byte[] form =
      "Mobile=13800000000&ParamType=normal".getBytes(StandardCharsets.UTF_8);

  /** Tencent's. */
  @Benchmark
  public String tc3() {
    return tc3.authorization(json, AT.getEpochSecond());
  }

  /** Alibaba's. */
  @Benchmark
  public String acs3() {
    return acs3.authorization(
        acs3.contentHash(form), AT.toString(), "0123456789abcdef0123456789abcdef");
  }
}
