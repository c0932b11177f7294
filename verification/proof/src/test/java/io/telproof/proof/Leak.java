package io.telproof.proof;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.observation.Observation;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Interceptor;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A way in which a careless line of code lets something out. */
enum Leak {
  LOG_MESSAGE(Channel.LOG) {
    @Override
    void before(Capture capture, String text) {
      LOG.trace("asks about {}", text);
    }
  },
  LOG_CONTEXT(Channel.LOG) {
    @Override
    void before(Capture capture, String text) {
      MDC.put("who", text);
      LOG.debug("asks");
      MDC.remove("who");
    }
  },
  LOG_STACK_TRACE(Channel.LOG) {
    @Override
    void before(Capture capture, String text) {
      LOG.warn("cannot ask", new IllegalStateException(new IllegalArgumentException(text)));
    }
  },
  JAVA_LOGGING(Channel.LOG) {
    @Override
    void before(Capture capture, String text) {
      JAVA_LOG.finest(text);
    }
  },
  STANDARD_OUT(Channel.STANDARD_OUT) {
    @Override
    void before(Capture capture, String text) {
      System.out.println(text);
    }
  },
  STANDARD_ERROR(Channel.STANDARD_ERROR) {
    @Override
    void before(Capture capture, String text) {
      System.err.println(text);
    }
  },
  METER_NAME(Channel.METER) {
    @Override
    void before(Capture capture, String text) {
      capture.meters().counter("asked." + text).increment();
    }
  },
  METER_TAG(Channel.METER) {
    @Override
    void before(Capture capture, String text) {
      capture.meters().counter("asked", "who", text).increment();
    }
  },
  METER_DESCRIPTION(Channel.METER) {
    @Override
    void before(Capture capture, String text) {
      Counter.builder("asked." + capture.meters().getMeters().size())
          .description(text)
          .register(capture.meters())
          .increment();
    }
  },
  SCRAPED_TAG(Channel.SCRAPE) {
    @Override
    void before(Capture capture, String text) {
      capture.scraped().counter("asked", "who", text).increment();
    }
  },
  OBSERVATION_NAME(Channel.OBSERVATION) {
    @Override
    void before(Capture capture, String text) {
      current(capture).contextualName("asks about " + text);
    }
  },
  OBSERVATION_KEY_VALUE(Channel.OBSERVATION) {
    @Override
    void before(Capture capture, String text) {
      current(capture).highCardinalityKeyValue("who", text);
    }
  },
  OBSERVATION_EVENT(Channel.OBSERVATION) {
    @Override
    void before(Capture capture, String text) {
      current(capture).event(Observation.Event.of("asked", text));
    }
  },
  OBSERVATION_ERROR(Channel.OBSERVATION) {
    @Override
    void before(Capture capture, String text) {
      current(capture).error(new IllegalStateException(text));
    }
  },
  AUDIT_RECORD(Channel.AUDIT),
  LISTENER(Channel.LISTENER),
  LEDGER(Channel.LEDGER),
  THROWN(Channel.THROWN) {
    @Override
    void before(Capture capture, String text) {
      throw new IllegalStateException(text);
    }
  },
  THROWN_CAUSE(Channel.THROWN) {
    @Override
    void before(Capture capture, String text) {
      throw new IllegalStateException("cannot ask", new IOException(text));
    }
  },
  THROWN_BESIDE(Channel.THROWN) {
    @Override
    void before(Capture capture, String text) {
      IllegalStateException thrown = new IllegalStateException("cannot ask");
      thrown.addSuppressed(new IOException(text));
      throw thrown;
    }
  },
  THREAD_NAME(Channel.THREAD) {
    @Override
    void before(Capture capture, String text) {
      Thread.currentThread().setName("asks about " + text);
    }
  },
  TO_STRING(Channel.PRINTED) {
    @Override
    void before(Capture capture, String text) {
      capture.note(Channel.PRINTED, Optional.of(text));
    }
  },
  CONFIGURATION(Channel.CONFIGURATION) {
    @Override
    void before(Capture capture, String text) {
      Config config =
          ConfigFactory.parseMap(Map.of("telproof.routes.tenure", text))
              .withFallback(ConfigFactory.parseString("telproof.providers.main {}"));
      try (Telproof telproof = Telproof.open(config)) {
        throw new IllegalArgumentException(telproof.offers() + " has a route to nobody");
      } catch (ConfigurationException e) {
        capture.note(Channel.CONFIGURATION, Capture.text(e));
      }
    }
  };

  private static final Logger LOG = LoggerFactory.getLogger(Leak.class);
  private static final java.util.logging.Logger JAVA_LOG =
      java.util.logging.Logger.getLogger(Leak.class.getName());

  private final Channel channel;

  Leak(Channel channel) {
    this.channel = channel;
  }

  /** Where it shows. */
  Channel channel() {
    return channel;
  }

  /** Lets the text out as a question is put; if in no other way, as its purpose. */
  void before(Capture capture, String text) {}

  /** Asks, and lets the text out. */
  void happen(String text, Person person, Capture capture, HandTime time, Vendors vendors) {
    String thread = Thread.currentThread().getName();
    boolean asPurpose = this == AUDIT_RECORD || this == LISTENER || this == LEDGER;
    try (Telproof telproof =
        capture
            .watch(
                Telproof.builder(
                    ConfigFactory.parseString(
                        "telproof.ledger.hash-key = "
                            + Accounts.LEDGER_KEY
                            + "\ntelproof.providers.tencent "
                            + Accounts.tencent("tencent", vendors.plain(), Accounts.TENCENT, ""))))
            .time(time)
            .ledger(capture.ledger(time))
            .interceptor(new Careless(this, text, capture))
            .open()) {
      telproof
          .phoneStatus()
          .check(
              person.number(),
              new CallContext(
                  Tally.PATIENCE, "call-1", asPurpose ? Optional.of(text) : Optional.empty()));
    } catch (IllegalStateException e) {
      capture.thrown(e);
    } finally {
      Thread.currentThread().setName(thread);
    }
  }

  private static Observation current(Capture capture) {
    return Objects.requireNonNull(capture.observations().getCurrentObservation());
  }

  private record Careless(Leak leak, String text, Capture capture) implements Interceptor {
    @Override
    public <Q, V> Answer<V> intercept(
        CheckType check, Q query, CallContext context, Check<Q, V> next) {
      leak.before(capture, text);
      return next.check(query, context);
    }
  }
}
