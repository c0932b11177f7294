package io.telproof.classpath;

import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.Problem;
import io.telproof.client.Telproof;
import io.telproof.micrometer.TelproofMeters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stranger's application does with Telproof. It is loaded anew for each class path, and so
 * takes and gives nothing but texts.
 */
public final class Application {
  private Application() {}

  /**
   * Asks twice, the second time on the connection that was kept, and tells the answers and how many
   * its meters counted.
   */
  public static List<String> ask(String configuration, String number) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    List<String> said = new ArrayList<>();
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(configuration))
            .listener(new TelproofMeters(registry))
            .open()) {
      for (int i = 0; i < 2; i++) {
        Answer<PhoneStatus> answer = telproof.phoneStatus().check(PhoneNumber.of(number));
        said.add(
            answer instanceof Answer.Known<PhoneStatus> known
                ? known.value().state().name()
                : answer.toString());
      }
    }
    said.add("counted " + registry.get("telproof.question").timer().count());
    return said;
  }

  /** Asks once, and tells what came of it and what it cost. */
  public static List<String> ask(String configuration, String number, String milliseconds) {
    CallContext context = CallContext.within(Duration.ofMillis(Long.parseLong(milliseconds)));
    try (Telproof telproof = Telproof.open(ConfigFactory.parseString(configuration))) {
      Receipt receipt = telproof.phoneStatus().check(PhoneNumber.of(number), context).receipt();
      return List.of("answered", receipt.charge().name());
    } catch (VerificationException e) {
      return List.of(e.kind().name(), e.charge().name());
    }
  }

  /** The problems of a configuration. */
  public static List<String> problems(String configuration) {
    return Telproof.examine(ConfigFactory.parseString(configuration)).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  /** The value of a key of the configuration that the application has on its class path. */
  public static List<String> load(String key) {
    return List.of(Telproof.loadConfig().getString(key));
  }
}
