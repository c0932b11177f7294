package io.telproof.limits.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

/**
 * Who waits for a permit of one limiter, as Redis knows it.
 *
 * @param processes those whose callers they are, in the order of their turns
 */
record Line(List<String> processes) {
  static Line of(RedisServer server, String key) {
    return new Line(
        server.commands().zrange("telproof:{" + key + "}:line", 0, -1).stream()
            .map(id -> id.substring(0, id.indexOf('-')))
            .toList());
  }

  int length() {
    return processes.size();
  }

  /** Each of two processes has its turn once in each of so many rounds. */
  void isByRounds(int rounds) {
    assertThat(processes).hasSize(2 * rounds);
    assertThat(Set.copyOf(processes)).hasSize(2);
    for (int i = 0; i < processes.size(); i += 2) {
      assertThat(processes.get(i)).isNotEqualTo(processes.get(i + 1));
    }
  }
}
