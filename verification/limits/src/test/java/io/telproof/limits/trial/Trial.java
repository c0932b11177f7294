package io.telproof.limits.trial;

import java.util.List;

/**
 * The long form: plays the scenes named by its arguments, all of them where none is named, and
 * prints a row for each.
 */
final class Trial {
  private Trial() {}

  public static void main(String[] arguments) throws Exception {
    List<String> names = arguments.length == 0 ? Scenes.names() : List.of(arguments);
    List<Plan> plans = names.stream().map(Scenes::named).toList();
    System.out.println(Findings.head());
    for (Plan plan : plans) {
      Findings findings = Run.processes().play(plan);
      System.out.println(findings.row());
      System.err.println(plan.name() + ", arrivals in each second: " + findings.bySecond());
    }
    // Threads of libraries are no reason to stay.
    Runtime.getRuntime().halt(0);
  }
}
