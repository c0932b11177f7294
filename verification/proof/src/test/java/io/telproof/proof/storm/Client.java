package io.telproof.proof.storm;

import com.typesafe.config.ConfigFactory;
import io.telproof.CallContext;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Clients of one vendor or of two, and a question of theirs. */
final class Client {
  /** Tencent, who is asked first. */
  static final String MAIN = "main";

  /** Alibaba, who is asked where Tencent cannot be. */
  static final String SECOND = "second";

  /** Other limits than the vendors' own. */
  private record OtherLimits(RateLimiters limiters, UnaryOperator<RateLimit> limits)
      implements RateLimiters {
    @Override
    public RateLimiter limiter(String key, RateLimits standard) {
      return limiters.limiter(key, RateLimits.of(limits.apply(standard.all().get(0))));
    }
  }

  private Client() {}

  static String tencent(URI endpoint, String more) {
    return "%s { type = tencent, secret-id = %s, secret-key = %s, endpoint = \"%s\"\n%s }\n"
        .formatted(
            MAIN,
            TencentVendor.CREDENTIALS.secretId(),
            TencentVendor.CREDENTIALS.secretKey(),
            endpoint,
            more);
  }

  static String alibaba(URI endpoint) {
    return "%s { type = alibaba, access-key-id = %s, access-key-secret = %s, endpoint = \"%s\" }\n"
        .formatted(
            SECOND,
            AlibabaVendor.CREDENTIALS.accessKeyId(),
            AlibabaVendor.CREDENTIALS.accessKeySecret(),
            endpoint);
  }

  /**
   * A client.
   *
   * @param providers the blocks of one or two, the first of them asked first
   * @param more settings beside providers and route
   * @param limits what is kept in the place of the vendors' own
   */
  static Telproof open(List<String> providers, String more, UnaryOperator<RateLimit> limits) {
    String route = providers.size() == 1 ? MAIN : "[" + MAIN + ", " + SECOND + "]";
    String config =
        "telproof { providers { %s }\n routes.tenure = %s\n %s }"
            .formatted(String.join("\n", providers), route, more);
    return Telproof.builder(ConfigFactory.parseString(config))
        .rateLimiters(new OtherLimits(RateLimiters.local(Time.system()), limits))
        .open();
  }

  /** Asks about a person, and says how it ended. */
  static QuestionEnd ask(Telproof telproof, int person, Duration within) {
    long asked = System.nanoTime();
    long due = asked + within.toNanos();
    try {
      var answer = telproof.tenure().check(Everybody.number(person), CallContext.within(within));
      return QuestionEnd.of(person, asked, due, System.nanoTime(), answer);
    } catch (VerificationException e) {
      return QuestionEnd.of(person, asked, due, System.nanoTime(), e);
    } catch (RuntimeException e) {
      return QuestionEnd.broken(person, asked, due, System.nanoTime(), e);
    }
  }
}
