package io.telproof.bulk.internal.file;

import io.telproof.bulk.BulkException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What a run keeps beside its output, so that it can be stopped at any moment and go on: what it
 * was begun with, its keys, and how far it has come. One process has it at a time.
 */
public final class RunDirectory implements AutoCloseable {
  private static final String WAITING = "waiting.csv";
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path directory;
  private final Optional<FileChannel> lock;
  private boolean fresh;
  private String id;
  private Instant begunAt;
  private Properties keys;

  private RunDirectory(Path directory, Optional<FileChannel> lock) {
    this.directory = directory;
    this.lock = lock;
    this.id = "";
    this.begunAt = Instant.EPOCH;
    this.keys = new Properties();
  }

  /** Where the run of an output keeps it. */
  public static Path of(Path output) {
    return output.resolveSibling(output.getFileName() + ".run");
  }

  /** Whether the run of an output was begun. */
  public static boolean isBegun(Path output) {
    return Files.exists(of(output).resolve("run"));
  }

  /**
   * Opens it, and makes it for a run that begins.
   *
   * @param begun what must be the same each time the run is started; is given the key of the run,
   *     or none where it has ended
   * @throws BulkException if another process has it, if it was begun with something else, or if the
   *     output was not written by this run
   */
  public static RunDirectory open(
      Path output, Function<byte[], Map<RunParameter, String>> begun, Instant now)
      throws BulkException, IOException {
    Path directory = of(output);
    requireOwn(output);
    Files.createDirectories(directory);
    RunDirectory opened = new RunDirectory(directory, Optional.of(locked(directory)));
    boolean complete = false;
    try {
      // Looked at with the lock: what another process has begun meanwhile is not begun anew.
      if (!isBegun(output)) {
        opened.begin(begun, now);
      }
      opened.load(begun);
      complete = true;
      return opened;
    } finally {
      if (!complete) {
        opened.close();
      }
    }
  }

  private static void requireOwn(Path output) throws BulkException {
    if (!isBegun(output) && Files.exists(output)) {
      throw new BulkException(
          "the output is there already, and no run has written it: name another one");
    }
  }

  /**
   * Looks at the run of an output, whoever has it, and writes nothing. Empty where none was begun.
   *
   * @throws BulkException if it was begun with something else, or if the output was not written by
   *     a run
   */
  public static Optional<RunDirectory> look(
      Path output, Function<byte[], Map<RunParameter, String>> begun)
      throws BulkException, IOException {
    requireOwn(output);
    if (!isBegun(output)) {
      return Optional.empty();
    }
    RunDirectory looked = new RunDirectory(of(output), Optional.empty());
    looked.load(begun);
    return Optional.of(looked);
  }

  private static FileChannel locked(Path directory) throws BulkException, IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // In this process: the same answer.
    }
    channel.close();
    throw new BulkException("this run is under way in another process; there can be one at a time");
  }

  private void begin(Function<byte[], Map<RunParameter, String>> begins, Instant now)
      throws BulkException, IOException {
    StringBuilder text = new StringBuilder("version=1\n");
    text.append("id=").append(HexFormat.of().formatHex(random(ID_BYTES))).append('\n');
    text.append("begun=").append(now).append('\n');
    fresh = true;
    StringBuilder secrets = new StringBuilder();
    for (String name : new String[] {"rows", "hashes", "answers"}) {
      secrets
          .append(name)
          .append('=')
          .append(Base64.getEncoder().encodeToString(random(KEY_BYTES)))
          .append('\n');
    }
    writeKeys(secrets.toString());
    keys = read("keys");
    begins
        .apply(rowKey())
        .forEach(
            (parameter, value) ->
                text.append(parameter.word().replace(" ", "\\ "))
                    .append('=')
                    .append(escaped(value))
                    .append('\n'));
    write("progress", Checkpoint.begin(now).text());
    // Last: where it is there, everything else is.
    write("run", text.toString());
  }

  /** As Properties reads it. */
  private static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    value
        .chars()
        .forEach(
            sign -> {
              if (sign < ' ' || sign > '~' || sign == '\\') {
                text.append("\\u%04x".formatted(sign));
              } else {
                text.append((char) sign);
              }
            });
    String all = text.toString();
    return all.startsWith(" ") ? "\\" + all : all;
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  private void load(Function<byte[], Map<RunParameter, String>> now)
      throws BulkException, IOException {
    // Gone where the run has ended.
    keys = Files.exists(directory.resolve("keys")) ? read("keys") : new Properties();
    Properties run = read("run");
    Map<String, String> all = new LinkedHashMap<>();
    run.stringPropertyNames().forEach(name -> all.put(name, run.getProperty(name)));
    id = Objects.requireNonNullElse(all.get("id"), "");
    begunAt = begunAt(all);
    for (Map.Entry<RunParameter, String> each : now.apply(rowKey()).entrySet()) {
      if (!all.getOrDefault(each.getKey().word(), "").equals(each.getValue())) {
        throw new BulkException(
            "this run was begun "
                + each.getKey().otherwise()
                + ": start it as it was, or name another output, where all is asked anew");
      }
    }
  }

  private Instant begunAt(Map<String, String> run) throws BulkException {
    try {
      return Instant.parse(run.getOrDefault("begun", ""));
    } catch (DateTimeParseException e) {
      throw damaged("run");
    }
  }

  /** Whether it was begun by another start than this one. */
  public boolean isResumed() {
    return !fresh;
  }

  /** When the run was begun. */
  public Instant begunAt() {
    return begunAt;
  }

  /** Throws the keys away: what is sealed by them can be read by nobody any more. */
  public void forgetKeys() throws IOException {
    Files.deleteIfExists(directory.resolve("keys"));
  }

  private Properties read(String name) throws BulkException, IOException {
    Properties text = new Properties();
    try {
      text.load(new StringReader(Files.readString(directory.resolve(name))));
    } catch (IllegalArgumentException e) {
      throw damaged(name);
    }
    return text;
  }

  private BulkException damaged(String name) {
    return new BulkException(
        "the file " + name + " in " + directory.getFileName() + " is damaged: put it back");
  }

  /** 12 hexadecimal digits of this run alone. */
  public String id() {
    return id;
  }

  /** Whether the keys are there: they are thrown away where nothing is left to be asked. */
  public boolean hasKeys() {
    return !keys.isEmpty();
  }

  /** For the tags of rows; none where the run has ended. */
  public byte[] rowKey() {
    return Base64.getDecoder().decode(keys.getProperty("rows", ""));
  }

  /** For what a ledger of its own hashes. */
  public String hashKey() {
    return keys.getProperty("hashes");
  }

  /** For the answers in a ledger of its own. */
  public String answersKey() {
    return keys.getProperty("answers");
  }

  /** Where the ledger of a run is that has none of the configuration. */
  public Path ledger() {
    return directory.resolve("ledger");
  }

  /**
   * How far the run has come.
   *
   * @throws BulkException if that is damaged
   */
  public Checkpoint checkpoint() throws BulkException, IOException {
    try {
      return Checkpoint.of(read("progress"));
    } catch (IllegalArgumentException e) {
      throw damaged("progress");
    }
  }

  /** Says how far the run has come. */
  public void write(Checkpoint checkpoint) throws IOException {
    write("progress", checkpoint.text());
  }

  /** The lines of these rows that were in doubt and are asked again. */
  public SortedMap<Long, String> waiting(List<Long> rows) throws IOException {
    Path file = directory.resolve(WAITING);
    SortedMap<Long, String> all = DoubtList.read(file, Files.exists(file) ? Files.size(file) : 0);
    all.keySet().retainAll(Set.copyOf(rows));
    return all;
  }

  /** Before a checkpoint says that these rows are asked again. */
  public void writeWaiting(SortedMap<Long, String> lines) throws IOException {
    write(WAITING, String.join("", lines.values()));
  }

  /** In the place of what was there, all of it or nothing. */
  private void write(String name, String text) throws IOException {
    Path fresh = directory.resolve(name + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        fresh,
        directory.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    force();
  }

  /** That a file is there, and not only what is in it. */
  private void force() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** For nobody else to read, where there are such rights. */
  private void writeKeys(String text) throws IOException {
    Path file = directory.resolve("keys");
    Files.deleteIfExists(file);
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.SYNC);
  }

  @Override
  public void close() throws IOException {
    if (lock.isPresent()) {
      lock.get().close();
    }
  }
}
