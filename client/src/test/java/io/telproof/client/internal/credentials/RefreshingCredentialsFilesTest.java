package io.telproof.client.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.client.internal.pipeline.HandExecutor;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.LogCapture;
import io.telproof.spi.http.VendorProfile;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.HandTime;
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
class RefreshingCredentialsFilesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;
  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");

  private CredentialsFile file() {
    CredentialsFile file = new CredentialsFile(folder.resolve("key"));
    file.write("A");
    return file;
  }

  private RefreshingCredentials keys(CredentialsFile file, Executor executor) {
    return RefreshingCredentials.ofFiles(
        "main",
        List.of(file.path),
        file::credentials,
        TestCredentials.of("A"),
        new VendorProfile(time),
        time,
        executor);
  }

  private String use(RefreshingCredentials keys) {
    assertThat(keys.ready(Deadline.in(Duration.ofDays(1), time))).isTrue();
    return TestCredentials.name(keys.current());
  }

  @Test
  void a_file_that_changed_is_read_by_the_next_use_a_second_later() {
    CredentialsFile file = file();
    RefreshingCredentials keys = keys(file, Runnable::run);
    assertThat(use(keys)).isEqualTo("A");
    file.write("B");
    time.advance(SECOND.minusNanos(1));
    assertThat(use(keys)).isEqualTo("A");
    time.advance(Duration.ofNanos(1));
    assertThat(use(keys)).isEqualTo("B");
  }

  @Test
  void a_file_that_did_not_change_is_read_once() {
    CredentialsFile file = file();
    RefreshingCredentials keys = keys(file, Runnable::run);
    for (int i = 0; i < 100; i++) {
      assertThat(use(keys)).isEqualTo("A");
      time.advance(SECOND);
    }
    assertThat(file.read.get()).isEqualTo(1);
  }

  @Test
  void a_change_between_the_start_and_the_first_use_is_seen() {
    CredentialsFile file = file();
    file.write("B");
    assertThat(use(keys(file, Runnable::run))).isEqualTo("B");
  }

  @Test
  void a_change_while_the_file_is_read_is_seen_a_second_later() {
    CredentialsFile file = file();
    AtomicBoolean first = new AtomicBoolean(true);
    RefreshingCredentials keys =
        RefreshingCredentials.ofFiles(
            "main",
            List.of(file.path),
            () -> {
              Credentials read = file.credentials();
              if (first.getAndSet(false)) {
                file.write("B");
              }
              return read;
            },
            TestCredentials.of("A"),
            new VendorProfile(time),
            time,
            Runnable::run);
    assertThat(use(keys)).isEqualTo("A");
    time.advance(SECOND);
    assertThat(use(keys)).isEqualTo("B");
  }

  @Test
  void any_of_several_files_counts() {
    CredentialsFile id = new CredentialsFile(folder.resolve("id"));
    CredentialsFile secret = new CredentialsFile(folder.resolve("secret"));
    id.write("A");
    secret.write("A");
    RefreshingCredentials keys =
        RefreshingCredentials.ofFiles(
            "main",
            List.of(id.path, secret.path),
            () ->
                new Credentials(
                    id.credentials().id(),
                    secret.credentials().secret(),
                    java.util.Optional.empty()),
            TestCredentials.of("A"),
            new VendorProfile(time),
            time,
            Runnable::run);
    use(keys);
    secret.write("B");
    time.advance(SECOND);
    use(keys);
    assertThat(keys.current().secret()).isEqualTo(TestCredentials.of("B").secret());
  }

  @Test
  void a_file_that_cannot_be_used_keeps_the_keys_and_is_told_of_once_for_each_change() {
    CredentialsFile file = file();
    RefreshingCredentials keys = keys(file, Runnable::run);
    use(keys);
    try (LogCapture log = new LogCapture()) {
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

  private void useForTenSeconds(RefreshingCredentials keys) {
    for (int i = 0; i < 10; i++) {
      time.advance(SECOND);
      assertThat(use(keys)).isEqualTo("A");
    }
  }

  @Test
  void a_file_that_could_not_be_read_is_read_again_even_if_it_looks_the_same() {
    CredentialsFile file = file();
    AtomicBoolean denied = new AtomicBoolean(true);
    RefreshingCredentials keys =
        RefreshingCredentials.ofFiles(
            "main",
            List.of(file.path),
            () -> {
              if (denied.get()) {
                throw new SecurityException("denied");
              }
              return file.credentials();
            },
            TestCredentials.of("A"),
            new VendorProfile(time),
            time,
            Runnable::run);
    file.write("B");
    try (LogCapture log = new LogCapture()) {
      useForTenSeconds(keys);
      denied.set(false);
      time.advance(SECOND);
      assertThat(use(keys)).isEqualTo("B");
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void a_failure_of_a_file_that_was_read_before_is_told_although_it_looks_the_same() {
    CredentialsFile file = file();
    AtomicBoolean denied = new AtomicBoolean();
    RefreshingCredentials keys =
        RefreshingCredentials.ofFiles(
            "main",
            List.of(file.path),
            () -> {
              if (denied.get()) {
                throw new SecurityException("denied");
              }
              return file.credentials();
            },
            TestCredentials.of("A"),
            new VendorProfile(time),
            time,
            Runnable::run);
    use(keys);
    denied.set(true);
    time.advance(Duration.ofSeconds(5));
    try (LogCapture log = new LogCapture()) {
      assertThat(keys.renewed(TestCredentials.of("A"), Deadline.in(SECOND, time))).isFalse();
      assertThat(log.lines()).hasSize(1);
      time.advance(Duration.ofSeconds(10));
      assertThat(keys.renewed(TestCredentials.of("A"), Deadline.in(SECOND, time))).isFalse();
      assertThat(log.lines()).hasSize(1);
    }
  }

  @Test
  void a_mounted_secret_changes_by_a_symbolic_link_alone() throws IOException {
    mounted("..one", "A");
    mounted("..two", "B");
    Path data = folder.resolve("..data");
    Files.createSymbolicLink(data, Path.of("..one"));
    CredentialsFile file = new CredentialsFile(folder.resolve("key"));
    Files.createSymbolicLink(file.path, Path.of("..data", "key"));
    RefreshingCredentials keys = keys(file, Runnable::run);
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
    CredentialsFile file = file();
    HandExecutor hangs = new HandExecutor();
    RefreshingCredentials keys = keys(file, hangs);
    assertThat(keys.ready(Deadline.in(Duration.ofMillis(1), time))).isTrue();
    for (int i = 0; i < 10; i++) {
      time.advance(SECOND);
      assertThat(use(keys)).isEqualTo("A");
    }
    assertThat(hangs.kept()).isEqualTo(1);
    file.write("B");
    hangs.run();
    assertThat(TestCredentials.name(keys.current())).isEqualTo("B");
  }

  @Test
  void refused_keys_are_read_again_at_once_where_the_file_has_changed() {
    CredentialsFile file = file();
    RefreshingCredentials keys = keys(file, Runnable::run);
    use(keys);
    file.write("B");
    assertThat(keys.renewed(TestCredentials.of("A"), Deadline.in(SECOND, time))).isTrue();
    file.write("C");
    assertThat(keys.renewed(TestCredentials.of("B"), Deadline.in(SECOND, time))).isTrue();
    assertThat(TestCredentials.name(keys.current())).isEqualTo("C");
    assertThat(time.passed()).isZero();
  }

  @Test
  void refused_keys_are_read_again_once_in_five_seconds_where_it_has_not() {
    CredentialsFile file = file();
    RefreshingCredentials keys = keys(file, Runnable::run);
    use(keys);
    for (int i = 0; i < 20; i++) {
      assertThat(keys.renewed(TestCredentials.of("A"), Deadline.in(SECOND, time))).isFalse();
      assertThat(file.read.get()).isEqualTo(1 + i / 5);
      time.advance(SECOND);
    }
  }

  @Test
  void new_keys_that_the_vendor_refuses_while_the_old_ones_serve_are_told_of_once() {
    CredentialsFile file = file();
    RefreshingCredentials keys = keys(file, Runnable::run);
    use(keys);
    try (LogCapture log = new LogCapture()) {
      keys.refused(TestCredentials.of("A"));
      assertThat(log.lines()).as("there are no others: the caller is told").isEmpty();
      for (String name : List.of("B", "C")) {
        file.write(name);
        time.advance(SECOND);
        assertThat(use(keys)).isEqualTo(name);
        for (int i = 0; i < 5; i++) {
          keys.refused(TestCredentials.of(name));
          assertThat(use(keys)).isNotEqualTo(name);
          time.advance(Duration.ofSeconds(30));
          assertThat(use(keys)).isEqualTo(name);
        }
      }
      assertThat(log.lines())
          .hasSize(2)
          .allMatch(
              line ->
                  line.startsWith("WARN ")
                      && line.contains("provider main: the vendor refuses the new keys"))
          .noneMatch(line -> line.contains("Canary") || line.contains("id-"));
    }
  }

  @Test
  void once_closed_no_file_is_read() {
    CredentialsFile file = file();
    RefreshingCredentials keys = keys(file, Runnable::run);
    keys.close();
    assertThat(use(keys)).isEqualTo("A");
    assertThat(file.read.get()).isZero();
  }
}
