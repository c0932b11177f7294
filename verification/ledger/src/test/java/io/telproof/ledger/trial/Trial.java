package io.telproof.ledger.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * The long form: plays the scenes named by its arguments, all of them where none is named, and
 * prints a row for each. Ends with 0 if the ledger kept its promises in all of them, and with 1 if
 * not.
 *
 * <p>{@code -Dtelproof.trial.questions=100000} says how many questions there are, {@code
 * -Dtelproof.trial.kills=20} how often a process is killed, {@code -Dtelproof.trial.server-kills=5}
 * how often PostgreSQL is, and {@code -Dtelproof.trial.seed=7} which faults and moments there are.
 */
final class Trial {
  private static final int QUESTIONS = Integer.getInteger("telproof.trial.questions", 100_000);
  private static final int KILLS = Integer.getInteger("telproof.trial.kills", 20);
  private static final int SERVER_KILLS = Integer.getInteger("telproof.trial.server-kills", 5);
  private static final long SEED = Long.getLong("telproof.trial.seed", 20_260_301);

  private Trial() {}

  private static Plan named(String name) {
    return switch (name) {
      case "file" -> Scenes.file(QUESTIONS, 64, KILLS, SEED);
      case "file-process-end" -> Scenes.fileProcessEnd(QUESTIONS, 64, KILLS, SEED);
      case "postgresql" -> Scenes.postgresql(QUESTIONS, 64, KILLS, SERVER_KILLS, SEED);
      case "same-keys" -> Scenes.sameKeys(QUESTIONS / 4, 16, KILLS, SERVER_KILLS, SEED);
      default -> throw new IllegalArgumentException("no scene is called " + name);
    };
  }

  public static void main(String[] arguments) throws Exception {
    List<String> names = arguments.length == 0 ? Scenes.NAMES : List.of(arguments);
    List<Plan> plans = names.stream().map(Trial::named).toList();
    List<String> broken = new ArrayList<>();
    System.out.println(Findings.head());
    for (Plan plan : plans) {
      Findings findings = Run.of(plan);
      System.out.println(findings.row());
      if (!findings.hold()) {
        broken.add(plan.name());
      }
    }
    System.out.println(
        broken.isEmpty() ? "It held." : "It did not hold: " + String.join(", ", broken));
    // Threads of libraries are no reason to stay.
    Runtime.getRuntime().halt(broken.isEmpty() ? 0 : 1);
  }
}
