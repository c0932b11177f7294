package io.telproof.classpath;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.client.Problem;
import io.telproof.client.Telproof;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stranger's application does with Telproof. It is loaded anew for each class path, and so
 * takes and gives nothing but texts.
 */
public final class Application {
  private Application() {}

  /** Asks twice, the second time on the connection that was kept, and tells the answers. */
  public static List<String> ask(String configuration, String number) {
    List<String> said = new ArrayList<>();
    try (Telproof telproof = Telproof.open(ConfigFactory.parseString(configuration))) {
      for (int i = 0; i < 2; i++) {
        Answer<PhoneStatus> answer = telproof.phoneStatus().check(PhoneNumber.of(number));
        said.add(
            answer instanceof Answer.Known<PhoneStatus> known
                ? known.value().state().name()
                : answer.toString());
      }
    }
    return said;
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
