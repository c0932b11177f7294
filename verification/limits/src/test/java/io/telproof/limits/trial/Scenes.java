package io.telproof.limits.trial;

import java.time.Duration;
import java.util.List;

/** The scenes of the long form. */
final class Scenes {
  private static final int PROCESSES = 8;
  private static final int CALLERS = 64;
  private static final double SECONDS = 30;
  private static final int BUDGET = 100;

  private Scenes() {}

  static List<String> names() {
    return all().stream().map(Plan::name).toList();
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  static Plan named(String name) {
    return all().stream()
        .filter(plan -> plan.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("there is no scene " + name + " but " + names()));
  }

  private static Plan plan(String name) {
    return Plan.of(name, PROCESSES, CALLERS, SECONDS);
  }

  private static List<Plan> all() {
    return List.of(
        Plan.of("local", 3, CALLERS, 10).local(),
        plan("plain"),
        plan("killed").then(12, stage -> stage.kill(3)),
        plan("restarted-empty").then(10, Stage::killRedis).then(10.3, Stage::startRedis),
        plan("restarted-kept")
            .persistent()
            .then(10, Stage::killRedis)
            .then(10.3, Stage::startRedis),
        plan("emptied").then(10, Stage::flushRedis),
        plan("paused-refuse")
            .away("away = refuse")
            .then(10, Stage::pauseRedis)
            .then(15, Stage::resumeRedis),
        plan("paused-share")
            .away("away = share, share = " + PROCESSES)
            .then(10, Stage::pauseRedis)
            .then(15, Stage::resumeRedis),
        Plan.of("day", PROCESSES, CALLERS, 85)
            .limits("25/s", "1000/day")
            .then(50, stage -> stage.letADayPass(Duration.ofSeconds(60))),
        Plan.of("budget", PROCESSES, CALLERS, 15).budget("phone-status = " + BUDGET + "/day"),
        Plan.of("budget-killed", PROCESSES, CALLERS, 15)
            .budget("phone-status = " + BUDGET + "/day")
            .then(2, stage -> stage.kill(3)));
  }
}
