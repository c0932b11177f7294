import com.typesafe.config.ConfigFactory;
import io.telproof.client.Telproof;

/** Opens a client of the staged jars, asks nobody, and says what it would ask. */
public final class Consumer {
  private Consumer() {}

  public static void main(String[] args) {
    var config =
        ConfigFactory.parseString(
                """
                telproof.providers.main { type = tencent, secret-id = an-id, secret-key = a-key }
                """)
            .withFallback(ConfigFactory.load());
    try (Telproof telproof = Telproof.open(config)) {
      System.out.println("opened a client of " + telproof.offers().keySet());
    }
  }
}
