package io.telproof.cli;

import io.telproof.client.ConfigurationReport;
import io.telproof.client.Problem;
import io.telproof.client.Setting;
import io.telproof.client.Telproof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    header = "Print a configuration as it would be used, and what is wrong with it.",
    description =
        "Print a configuration as it would be used: every value with its place, secrets "
            + "masked; who is asked for each check; and everything that is wrong. Nothing is "
            + "sent or fetched. What only the application knows is told by a note.")
final class ConfigCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The configuration, as HOCON.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private final IoStreams surroundings;

  ConfigCheckCommand(IoStreams surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ConfigurationReport examined = Configuration.reading(file, "FILE", Telproof::examine);
    if (json) {
      new JsonLine(fields(examined)).print(surroundings.out());
    } else {
      print("SETTING", settings(examined.settings()));
      surroundings.screen().end();
      print("CHECK", routes(examined.routes()));
      notes(examined.notes());
      problems(examined.problems(), examined.notes().isEmpty());
    }
    return (examined.problems().isEmpty() ? ExitStatus.KNOWN : ExitStatus.UNUSABLE).code();
  }

  private static Map<String, @Nullable Object> fields(ConfigurationReport examined) {
    List<Map<String, @Nullable Object>> settings = new ArrayList<>();
    for (Setting setting : examined.settings()) {
      Map<String, @Nullable Object> each = JsonLine.object();
      each.put("path", setting.path());
      each.put("value", setting.value());
      each.put("where", setting.where());
      settings.add(each);
    }
    Map<String, @Nullable Object> routes = JsonLine.object();
    routes(examined.routes()).forEach(line -> routes.put(line.get(0), line.get(1)));
    Map<String, @Nullable Object> fields = JsonLine.object();
    fields.put("settings", settings);
    fields.put("routes", routes);
    fields.put("notes", JsonProblems.of(examined.notes()));
    fields.put("problems", JsonProblems.of(examined.problems()));
    return fields;
  }

  private void print(String what, Stream<List<String>> rows) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        what.equals("CHECK") ? List.of(what, "IS ASKED OF") : List.of(what, "VALUE", "WHERE"));
    rows.forEach(table::add);
    new Columns(table).print(surroundings.screen());
  }

  /** What the file says before what it leaves as it is. */
  private static Stream<List<String>> settings(List<Setting> settings) {
    return settings.stream()
        .sorted(Comparator.comparing(ConfigCheckCommand::isUnsaid))
        .map(
            setting ->
                List.of(
                    setting.path(),
                    setting.value(),
                    isDefault(setting) ? "default" : setting.where()));
  }

  /** What no file says: the client's own defaults, and the limits of a provider's module. */
  private static boolean isUnsaid(Setting setting) {
    return isDefault(setting) || setting.where().startsWith("module ");
  }

  private static boolean isDefault(Setting setting) {
    return setting.where().startsWith("telproof-reference.conf")
        || setting.where().startsWith("reference.conf");
  }

  private static Stream<List<String>> routes(List<String> lines) {
    return lines.stream().map(line -> List.of(line.split(": ", 2)));
  }

  private void notes(List<Problem> notes) {
    if (notes.isEmpty()) {
      return;
    }
    Screen screen = surroundings.screen();
    screen.end();
    screen.line(notes.size() == 1 ? "1 note" : notes.size() + " notes");
    notes.forEach(note -> screen.line("  " + note));
  }

  private void problems(List<Problem> problems, boolean all) {
    Screen screen = surroundings.screen();
    screen.end();
    if (problems.isEmpty()) {
      screen.line(all ? "No problems." : "No problems; see the notes.");
    } else {
      String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
      screen.line(Colour.FAILED, count);
      problems.forEach(problem -> screen.line("  " + problem));
    }
    screen.flush();
  }
}
