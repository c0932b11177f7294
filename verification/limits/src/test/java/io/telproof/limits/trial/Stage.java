package io.telproof.limits.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is in a run, for what is to happen to it. For one thread. */
final class Stage {
  private final List<Party> parties;
  private final @Nullable RedisServer redis;
  private final Set<Integer> dead = new HashSet<>();
  private Optional<DayShift> shift = Optional.empty();

  Stage(List<Party> parties, @Nullable RedisServer redis) {
    this.parties = parties;
    this.redis = redis;
  }

  /** Kills one of the processes. */
  void kill(int process) throws Exception {
    dead.add(process);
    parties.get(process).kill();
  }

  /** Which processes were killed. */
  Set<Integer> dead() {
    return dead;
  }

  RedisServer redis() {
    if (redis == null) {
      throw new IllegalStateException("this run has no Redis");
    }
    return redis;
  }

  void killRedis() throws IOException, InterruptedException {
    redis().kill();
  }

  void startRedis() throws IOException, InterruptedException {
    redis().start();
  }

  void flushRedis() {
    redis().flush();
  }

  void pauseRedis() throws IOException, InterruptedException {
    redis().pause();
  }

  void resumeRedis() throws IOException, InterruptedException {
    redis().resume();
  }

  /** Lets all that was sent be a day ago but for this. Nothing may be under way. */
  void letADayPass(Duration but) {
    shift = Optional.of(DayShift.now(redis().url(), Duration.ofDays(1).minus(but)));
  }

  /** How the day was moved. */
  Optional<DayShift> shift() {
    return shift;
  }
}
