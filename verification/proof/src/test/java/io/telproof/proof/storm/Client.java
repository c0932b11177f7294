package io.telproof.proof.storm;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Clients of one vendor or of more, and a question of theirs. */
final class Client {
  /** Tencent, who is asked first. */
  static final String MAIN = "main";

  /** Alibaba, who is asked where Tencent cannot be. */
  static final String SECOND = "second";

  /** Who is asked first about SIM cards. */
  static final String LOOKUP = "lookup";

  /** Who is asked about SIM cards where Twilio cannot be. */
  static final String OPERATOR = "operator";

  /** Meta, who is asked about the numbers that were not bought from Alibaba. */
  static final String POOL = "pool";

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

  static String twilio(URI endpoint) {
    return "%s { type = twilio, key-sid = %s, key-secret = %s, endpoint = \"%s\" }\n"
        .formatted(
            LOOKUP, TwilioVendor.CREDENTIALS.sid(), TwilioVendor.CREDENTIALS.secret(), endpoint);
  }

  /**
   * An operator, who tells the day of a change, and whose access tokens are given where its
   * questions are asked.
   */
  static String camara(URI endpoint) {
    return """
    %1$s {
      type = camara, api-root = "%2$s", token-endpoint = "%2$s/oauth2/token"
      client-auth = client-secret-basic, client-id = "%3$s", client-secret = "%4$s"
      sim-swap = date
    }
    """
        .formatted(
            OPERATOR,
            endpoint,
            CamaraVendor.CREDENTIALS.clientId(),
            CamaraVendor.CREDENTIALS.clientSecret());
  }

  static String meta(URI endpoint) {
    return "%s { type = meta, business-id = %s, access-token = %s, endpoint = \"%s\" }\n"
        .formatted(
            POOL, "\"" + MetaVendor.BUSINESS_ID + "\"", MetaVendor.CREDENTIALS.token(), endpoint);
  }

  /**
   * A client that is asked for tenures.
   *
   * @param providers the blocks of one or two, the first of them asked first
   * @param more settings beside providers and route
   * @param limits what is kept in the place of the vendors' own
   */
  static Telproof open(List<String> providers, String more, UnaryOperator<RateLimit> limits) {
    String route = providers.size() == 1 ? MAIN : "[" + MAIN + ", " + SECOND + "]";
    return openRoutes(providers, "routes.tenure = " + route + "\n" + more, limits);
  }

  /**
   * A client.
   *
   * @param providers the blocks of those that are asked
   * @param more routes, and settings beside them
   * @param limits what is kept in the place of the vendors' own
   */
  static Telproof openRoutes(List<String> providers, String more, UnaryOperator<RateLimit> limits) {
    String config =
        "telproof { providers { %s }\n %s }".formatted(String.join("\n", providers), more);
    return Telproof.builder(ConfigFactory.parseString(config))
        .rateLimiters(new OtherLimits(RateLimiters.local(Time.system()), limits))
        .open();
  }

  /** Asks for the tenure of a person, and says how it ended. */
  static QuestionEnd ask(Telproof telproof, int person, Duration within) {
    return ask(telproof, StormQuestion.TENURE, person, within);
  }

  /** Asks about a person, and says how it ended. */
  static QuestionEnd ask(Telproof telproof, StormQuestion question, int person, Duration within) {
    long asked = System.nanoTime();
    long due = asked + within.toNanos();
    try {
      Answer<?> answer = question.ask(telproof, person, CallContext.within(within));
      return QuestionEnd.of(person, asked, due, System.nanoTime(), answer);
    } catch (VerificationException e) {
      return QuestionEnd.of(person, asked, due, System.nanoTime(), e);
    } catch (RuntimeException e) {
      return QuestionEnd.broken(person, asked, due, System.nanoTime(), e);
    }
  }
}
