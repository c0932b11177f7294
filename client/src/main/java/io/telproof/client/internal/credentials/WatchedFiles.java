package io.telproof.client.internal.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that keys are read from: whether they have changed. They are looked at, not read.
 * Symbolic links are followed, since a mounted secret changes by one of them. Thread-safe.
 */
final class WatchedFiles {
  private final List<Path> paths;
  // Nothing, so that the first look finds a change: there may have been one since the client
  // opened.
  private volatile List<Optional<Snapshot>> seen = List.of();

  WatchedFiles(Collection<Path> paths) {
    this.paths = List.copyOf(paths);
  }

  boolean none() {
    return paths.isEmpty();
  }

  /**
   * Looks at them; to be called before they are read, so that what changes meanwhile has changed at
   * the next look.
   *
   * @return whether they have changed since the last look
   */
  boolean look() {
    List<Optional<Snapshot>> now = paths.stream().map(Snapshot::at).toList();
    boolean changed = !now.equals(seen);
    seen = now;
    return changed;
  }

  /** The paths, for people. */
  @Override
  public String toString() {
    return paths.toString();
  }

  private record Snapshot(FileTime modified, long size, @Nullable Object fileKey) {
    /** Empty where the file is not there. */
    static Optional<Snapshot> at(Path path) {
      try {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        return Optional.of(new Snapshot(file.lastModifiedTime(), file.size(), file.fileKey()));
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }
}
