package io.telproof.guice;

import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses an injector in which a class asks for a check that nobody is there to answer. Guice calls
 * it when all bindings are known, and before it makes any singleton.
 */
final class UnroutedCheckInspection {
  private final Provider<Telproof> telproof;
  private final TelproofProvider opener;

  UnroutedCheckInspection(Provider<Telproof> telproof, TelproofProvider opener) {
    this.telproof = telproof;
    this.opener = opener;
  }

  @Inject
  void inspect(Injector injector) {
    List<ConfigurationException> missing = new ArrayList<>();
    Set<String> says = new TreeSet<>();
    new CheckInjectionPoints(injector)
        .of(telproof)
        .forEach(
            (check, who) ->
                check
                    .missing()
                    .ifPresent(
                        e -> {
                          missing.add(e);
                          e.problems().forEach(problem -> says.add("\n  " + problem + by(who)));
                        }));
    if (!missing.isEmpty()) {
      opener.abandon();
      ConfigurationException first = missing.get(0);
      missing.stream().skip(1).forEach(first::addSuppressed);
      String all = "a check is asked for that nobody is there to answer:" + String.join("", says);
      throw new ProvisionException(List.of(new Message(all, first)));
    }
  }

  private static String by(Set<String> who) {
    return "\n    asked for by " + String.join(", ", who);
  }
}
