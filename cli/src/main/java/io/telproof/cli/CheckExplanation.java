package io.telproof.cli;

import io.telproof.Contact;
import io.telproof.client.BreakerStatus;
import io.telproof.client.ConfigurationReport;
import io.telproof.client.RouteExplanation.Part;
import io.telproof.client.RouteExplanation.Step;
import io.telproof.client.Setting;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.Offer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a check that is asked now.
 *
 * @param check its word
 * @param route who is asked, in words, with the place that says so
 * @param providers those that are asked, in their order, and then the others
 * @param settings what else the configuration says that counts for this check, by their paths
 */
record CheckExplanation(
    String check, String route, List<ProviderStep> providers, Map<String, Setting> settings) {
  private static final int LABEL = 22;

  /**
   * One provider.
   *
   * @param offer what it sells for the check; empty where it does not offer it
   * @param breaker the state of its circuit breaker; empty where it has none
   */
  private record ProviderStep(Step step, Optional<Offer> offer, Optional<String> breaker) {
    static ProviderStep of(Telproof telproof, CheckType check, Step step) {
      return new ProviderStep(
          step,
          telproof.offers().getOrDefault(step.provider(), List.of()).stream()
              .filter(offer -> offer.check() == check)
              .findFirst(),
          telproof.breakers().stream()
              .filter(each -> each.check() == check && each.provider().equals(step.provider()))
              .map(BreakerStatus::state)
              .map(state -> state.name().toLowerCase(Locale.ROOT).replace('_', ' '))
              .findFirst());
    }

    boolean isLeftOut() {
      return step.part() == Part.NOT_ROUTED || step.part() == Part.NOT_OFFERED;
    }

    private String inWords() {
      return switch (step.part()) {
        case NEXT -> "asked first";
        case NOT_REACHED -> "asked if those before it have no answer";
        case SKIPPED -> "not asked at the moment";
        case SHADOW -> "asked as well, to compare its answers";
        case NOT_ROUTED, NOT_OFFERED -> "left out: " + step.because();
        case NOT_COVERED -> "not asked, does not serve it";
        // What became of a question that was asked; none was.
        case ANSWERED, FAILED -> step.part().name();
      };
    }

    Map<String, @Nullable Object> fields() {
      Map<String, @Nullable Object> fields = JsonLine.object();
      fields.put("provider", step.provider());
      fields.put("part", step.part().name());
      fields.put("because", step.because());
      fields.put("operation", offer.map(Offer::operation).orElse(null));
      fields.put("limit", offer.map(offered -> offered.limits().toString()).orElse(null));
      fields.put("billed", offer.map(Offer::billed).orElse(null));
      fields.put("restriction", offer.flatMap(Offer::restriction).orElse(null));
      fields.put("breaker", breaker.orElse(null));
      return fields;
    }
  }

  /**
   * Explains.
   *
   * @param about the number or address that is asked about; empty for whichever
   */
  static CheckExplanation of(
      Telproof telproof, ConfigurationReport report, CheckType check, Optional<Contact> about) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    report.settings().stream()
        .filter(setting -> counts(setting.path(), check.key()))
        .forEach(setting -> settings.put(setting.path(), setting));
    return new CheckExplanation(
        check.key(),
        report.routes().stream()
            .filter(line -> line.startsWith(check.key() + ": "))
            .map(line -> line.substring(check.key().length() + 2))
            .findFirst()
            .orElse("nobody"),
        about
            .map(contact -> telproof.explain(check, contact))
            .orElseGet(() -> telproof.explain(check))
            .steps()
            .stream()
            .map(step -> ProviderStep.of(telproof, check, step))
            .toList(),
        settings);
  }

  private static boolean counts(String path, String check) {
    String below = path.replaceFirst("^telproof\\.", "");
    return below.matches("(routes|budgets|cache)\\." + check + "(\\..*)?")
        || below.matches("budgets\\.zone|coalesce|(retry|breaker|limits)\\..*");
  }

  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("check", check);
    fields.put("route", route);
    fields.put("providers", providers.stream().map(ProviderStep::fields).toList());
    List<Map<String, @Nullable Object>> said = new ArrayList<>();
    for (Setting setting : settings.values()) {
      Map<String, @Nullable Object> each = JsonLine.object();
      each.put("path", setting.path());
      each.put("value", setting.value());
      each.put("where", setting.where());
      said.add(each);
    }
    fields.put("settings", said);
    return fields;
  }

  void print(Screen screen) {
    line(screen, "check", check);
    line(screen, "route", route);
    int place = 0;
    for (ProviderStep each : providers) {
      if (!each.isLeftOut()) {
        screen.end();
        place++;
        String number = each.step().part() == Part.SHADOW ? "" : place + ". ";
        print(screen, number, each);
      }
    }
    screen.end();
    providers.stream()
        .filter(ProviderStep::isLeftOut)
        .forEach(each -> line(screen, each.step().provider(), each.inWords()));
    line(screen, "budget", budget());
    line(screen, "cache", cache());
    line(screen, "retry", said("retry.attempts") + " attempts for each provider");
    line(screen, "breaker", breaker());
    screen.flush();
  }

  private static void print(Screen screen, String number, ProviderStep each) {
    screen.part(Colour.LABEL, padded(number + each.step().provider()));
    screen.line(Colour.KNOWN, each.inWords());
    each.offer()
        .ifPresent(
            offer -> {
              line(screen, "operation", offer.operation());
              offer
                  .restriction()
                  .ifPresent(does -> line(screen, "not for end users", "it " + does));
              line(screen, "billed", offer.billed());
            });
    each.breaker().ifPresent(state -> line(screen, "breaker", state));
    String label = "why";
    for (String reason : each.step().because().split("; ", -1)) {
      line(screen, label, reason);
      label = "";
    }
  }

  private String budget() {
    String perDay = said("budgets." + check);
    return perDay.isEmpty()
        ? "none: there is no end to what this check may cost"
        : perDay + ", counted in " + said("budgets.zone");
  }

  private String cache() {
    String kept = said("cache." + check);
    String alone = kept.isEmpty() ? "none: every question is sent" : "answers are kept for " + kept;
    return said("coalesce").contains(check)
        ? alone + "; the same question of several callers is sent once"
        : alone;
  }

  private String breaker() {
    return said("breaker.enabled").equals("true")
        ? "opens for "
            + said("breaker.open-for")
            + " when "
            + said("breaker.failure-rate")
            + " of the last "
            + said("breaker.window")
            + " questions have failed, once there were "
            + said("breaker.least-calls")
            + "; every process has its own"
        : "none: it is switched off";
  }

  private String said(String path) {
    return Optional.ofNullable(settings.get("telproof." + path)).map(Setting::value).orElse("");
  }

  private static void line(Screen screen, String label, String text) {
    screen.part(Colour.LABEL, padded(label)).line(text);
  }

  private static String padded(String label) {
    return label + " ".repeat(Math.max(1, LABEL - DisplayWidth.of(label)));
  }
}
