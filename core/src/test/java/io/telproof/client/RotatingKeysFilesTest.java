package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.Captured;
import io.telproof.spi.Credentials;
import io.telproof.spi.Deadline;
import io.telproof.spi.HandTime;
import io.telproof.spi.VendorProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys that stand in files. */
@Timeout(120)
class RotatingKeysFilesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;
  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");

  private KeyFile file() {
    KeyFile file = new KeyFile(folder.resolve("key"));
    file.write("A");
    return file;
  }

  private RotatingKeys keys(KeyFile file, Executor executor) {
    return RotatingKeys.ofFiles(
        "main",
        List.of(file.path),
        file::credentials,
        Keys.of("A"),
        new VendorProfile(time),
        time,
        executor);
  }

  private String use(RotatingKeys keys) {
    assertThat(keys.ready(Deadline.in(Duration.ofDays(1), time))).isTrue();
    return Keys.name(keys.current());
  }

  @Test
  void a_file_that_changed_is_read_by_the_next_use_a_second_later() {
    KeyFile file = file();
    RotatingKeys keys = keys(file, Runnable::run);
    assertThat(use(keys)).isEqualTo("A");
    file.write("B");
    time.advance(SECOND.minusNanos(1));
    assertThat(use(keys)).isEqualTo("A");
    time.advance(Duration.ofNanos(1));
    assertThat(use(keys)).isEqualTo("B");
  }

  @Test
  void a_file_that_did_not_change_is_read_once() {
    KeyFile file = file();
    RotatingKeys keys = keys(file, Runnable::run);
    for (int i = 0; i < 100; i++) {
      assertThat(use(keys)).isEqualTo("A");
      time.advance(SECOND);
    }
    assertThat(file.read.get()).isEqualTo(1);
  }

  @Test
  void a_change_between_the_start_and_the_first_use_is_seen() {
    KeyFile file = file();
    file.write("B");
    assertThat(use(keys(file, Runnable::run))).isEqualTo("B");
  }

  @Test
  void a_change_while_the_file_is_read_is_seen_a_second_later() {
    KeyFile file = file();
    AtomicBoolean first = new AtomicBoolean(true);
    RotatingKeys keys =
        RotatingKeys.ofFiles(
            "main",
            List.of(file.path),
            () -> {
              Credentials read = file.credentials();
              if (first.getAndSet(false)) {
                file.write("B");
              }
              return read;
            },
            Keys.of("A"),
            new VendorProfile(time),
            time,
            Runnable::run);
    assertThat(use(keys)).isEqualTo("A");
    time.advance(SECOND);
    assertThat(use(keys)).isEqualTo("B");
  }

  @Test
  void any_of_several_files_counts() {
    KeyFile id = new KeyFile(folder.resolve("id"));
    KeyFile secret = new KeyFile(folder.resolve("secret"));
    id.write("A");
    secret.write("A");
    RotatingKeys keys =
        RotatingKeys.ofFiles(
            "main",
            List.of(id.path, secret.path),
            () ->
                new Credentials(
                    id.credentials().id(),
                    secret.credentials().secret(),
                    java.util.Optional.empty()),
            Keys.of("A"),
            new VendorProfile(time),
            time,
            Runnable::run);
    use(keys);
    secret.write("B");
    time.advance(SECOND);
    use(keys);
    assertThat(keys.current().secret()).isEqualTo(Keys.of("B").secret());
  }

  @Test
  void a_file_that_cannot_be_used_keeps_the_keys_and_is_told_of_once_for_each_change() {
    KeyFile file = file();
    RotatingKeys keys = keys(file, Runnable::run);
    use(keys);
    try (Captured log = new Captured()) {
      file.remove();
      useForTenSeconds(keys);
      assertThat(log.lines()).hasSize(1);
      file.writeText("");
      useForTenSeconds(keys);
      assertThat(log.lines()).hasSize(2);
      file.writeText("CanaryKey");
      useForTenSeconds(keys);
      assertThat(log.lines()).hasSize(3);
      file.write("B");
      time.advance(SECOND);
      assertThat(use(keys)).isEqualTo("B");
      assertThat(log.lines())
          .hasSize(3)
          .allMatch(
              line -> line.startsWith("WARN ") && line.contains("provider main: no new keys from"))
          .allMatch(line -> line.contains(file.path.toString()))
          .noneMatch(line -> line.contains("Canary"));
      assertThat(log.lines().get(0)).contains("java.io.UncheckedIOException");
      assertThat(log.lines().get(1)).contains("java.lang.IllegalArgumentException");
    }
  }

  private void useForTenSeconds(RotatingKeys keys) {
    for (int i = 0; i < 10; i++) {
      time.advance(SECOND);
      assertThat(use(keys)).isEqualTo("A");
    }
  }

  @Test
  void a_file_that_could_not_be_read_is_read_again_even_if_it_looks_the_same() {
    KeyFile file = file();
    AtomicBoolean denied = new AtomicBoolean(true);
    RotatingKeys keys =
        RotatingKeys.ofFiles(
            "main",
            List.of(file.path),
            () -> {
              if (denied.get()) {
                throw new SecurityException("denied");
              }
              return file.credentials();
            },
            Keys.of("A"),
            new VendorProfile(time),
            time,
            Runnable::run);
    file.write("B");
    try (Captured log = new Captured()) {
      useForTenSeconds(keys);
      denied.set(false);
      time.advance(SECOND);
      assertThat(use(keys)).isEqualTo("B");
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void a_failure_of_a_file_that_was_read_before_is_told_although_it_looks_the_same() {
    KeyFile file = file();
    AtomicBoolean denied = new AtomicBoolean();
    RotatingKeys keys =
        RotatingKeys.ofFiles(
            "main",
            List.of(file.path),
            () -> {
              if (denied.get()) {
                throw new SecurityException("denied");
              }
              return file.credentials();
            },
            Keys.of("A"),
            new VendorProfile(time),
            time,
            Runnable::run);
    use(keys);
    denied.set(true);
    time.advance(Duration.ofSeconds(5));
    try (Captured log = new Captured()) {
      assertThat(keys.renewed(Keys.of("A"), Deadline.in(SECOND, time))).isFalse();
      assertThat(log.lines()).hasSize(1);
      time.advance(Duration.ofSeconds(10));
      assertThat(keys.renewed(Keys.of("A"), Deadline.in(SECOND, time))).isFalse();
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void a_mounted_secret_changes_by_a_symbolic_link_alone() throws IOException {
    mounted("..one", "A");
    mounted("..two", "B");
    Path data = folder.resolve("..data");
    Files.createSymbolicLink(data, Path.of("..one"));
    KeyFile file = new KeyFile(folder.resolve("key"));
    Files.createSymbolicLink(file.path, Path.of("..data", "key"));
    RotatingKeys keys = keys(file, Runnable::run);
    assertThat(use(keys)).isEqualTo("A");
    Path next = folder.resolve("..data_tmp");
    Files.createSymbolicLink(next, Path.of("..two"));
    Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
    time.advance(SECOND);
    assertThat(use(keys)).isEqualTo("B");
  }

  /** Of the same size and time, so that the file key alone tells them apart. */
  private void mounted(String version, String name) throws IOException {
    Path file = Files.createDirectory(folder.resolve(version)).resolve("key");
    Files.writeString(file, name + "\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
  }

  @Test
  void a_mount_that_hangs_costs_one_caller_its_time_and_nobody_else() {
    KeyFile file = file();
    HandExecutor hangs = new HandExecutor();
    RotatingKeys keys = keys(file, hangs);
    assertThat(keys.ready(Deadline.in(Duration.ofMillis(1), time))).isTrue();
    for (int i = 0; i < 10; i++) {
      time.advance(SECOND);
      assertThat(use(keys)).isEqualTo("A");
    }
    assertThat(hangs.kept()).isEqualTo(1);
    file.write("B");
    hangs.run();
    assertThat(Keys.name(keys.current())).isEqualTo("B");
  }

  @Test
  void refused_keys_are_read_again_at_once_where_the_file_has_changed() {
    KeyFile file = file();
    RotatingKeys keys = keys(file, Runnable::run);
    use(keys);
    file.write("B");
    assertThat(keys.renewed(Keys.of("A"), Deadline.in(SECOND, time))).isTrue();
    file.write("C");
    assertThat(keys.renewed(Keys.of("B"), Deadline.in(SECOND, time))).isTrue();
    assertThat(Keys.name(keys.current())).isEqualTo("C");
    assertThat(time.passed()).isZero();
  }

  @Test
  void refused_keys_are_read_again_once_in_five_seconds_where_it_has_not() {
    KeyFile file = file();
    RotatingKeys keys = keys(file, Runnable::run);
    use(keys);
    for (int i = 0; i < 20; i++) {
      assertThat(keys.renewed(Keys.of("A"), Deadline.in(SECOND, time))).isFalse();
      assertThat(file.read.get()).isEqualTo(1 + i / 5);
      time.advance(SECOND);
    }
  }

  @Test
  void once_closed_no_file_is_read() {
    KeyFile file = file();
    RotatingKeys keys = keys(file, Runnable::run);
    keys.close();
    assertThat(use(keys)).isEqualTo("A");
    assertThat(file.read.get()).isZero();
  }
}
