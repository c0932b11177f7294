package io.telproof.client.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file that holds a secret, by its path. */
record SecretFile(String path) {
  /** Many times a key in PEM. */
  private static final int LARGEST = 64 << 10;

  /**
   * What may be told: whoever pastes the key itself, where its file belongs, pastes no such path.
   */
  private static final Pattern NO_KEY =
      Pattern.compile("(?:[A-Za-z]:)?(?:[/\\\\][A-Za-z0-9._-]{1,32})+|[a-z._/-]{1,64}");

  /**
   * What the file holds, in UTF-8.
   *
   * @throws IllegalArgumentException if it cannot be had; the message names the file and holds
   *     nothing of its content
   */
  String text() {
    try {
      Path file = Path.of(path);
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IllegalArgumentException(
            told() + " is not a plain file; directories, pipes and devices are not read");
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw new IllegalArgumentException(
              told() + " is larger than " + LARGEST + " bytes; is it a key?");
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      }
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          told() + " is not there; a relative path begins at the working directory", e);
    } catch (AccessDeniedException e) {
      throw new IllegalArgumentException(told() + " may not be read by this process", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(told() + " is not text in UTF-8", e);
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException(
          told() + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /** What is wrong with the rights of the file, where others could put another key into it. */
  Optional<String> note() {
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(Path.of(path));
      return rights.contains(PosixFilePermission.GROUP_WRITE)
              || rights.contains(PosixFilePermission.OTHERS_WRITE)
          ? Optional.of(
              told()
                  + " may be changed by others ("
                  + PosixFilePermissions.toString(rights)
                  + "); take that right away, as by chmod 600")
          : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      // No such rights on this machine; or the file has gone again, which is told when it is read.
      return Optional.empty();
    }
  }

  /** The file, as it may be told. */
  String told() {
    return isPath() ? "the file " + path : "the file that it names";
  }

  private boolean isPath() {
    if (NO_KEY.matcher(path).matches()) {
      return true;
    }
    try {
      @Nullable Path folder = Path.of(path).getParent();
      return folder != null && folder.getNameCount() > 0 && Files.isDirectory(folder);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
