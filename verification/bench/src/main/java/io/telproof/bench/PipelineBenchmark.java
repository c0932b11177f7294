package io.telproof.bench;

import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.telproof.client.Telproof;
import io.telproof.micrometer.TelproofMeters;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the client does for one call, with providers that answer at once in this process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PipelineBenchmark {
  private final LongAdder audited = new LongAdder();
  private final Telproof plain =
      Telproof.builder(ConfigFactory.parseString("telproof.routes.tenure = main"))
          .provider(new InProcessProvider("main"))
          .open();
  private final Telproof everything =
      Telproof.builder(ConfigFactory.parseString(Part.config(EnumSet.allOf(Part.class))))
          .provider(new InProcessProvider("main"))
          .provider(new InProcessProvider("second"))
          .listener(new TelproofMeters(new SimpleMeterRegistry()))
          .audit(entry -> audited.increment())
          .open();
  private final Asker askPlain = new Asker(plain);
  private final Asker askEverything = new Asker(everything);
  private long number = 13_800_000_000L;

  /** The provider alone. */
  @Benchmark
  public String plain() {
    return askPlain.ask(next());
  }

  /** With all that can be around it. */
  @Benchmark
  public String everything() {
    return askEverything.ask(next());
  }

  private String next() {
    number = number == 13_899_999_999L ? 13_800_000_000L : number + 1;
    return Long.toString(number);
  }

  /** Lets go of the clients. */
  @TearDown
  public void close() {
    plain.close();
    everything.close();
  }
}
