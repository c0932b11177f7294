package io.telproof.limits.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Redis runs in one go. The text of each stands beside this class. */
enum Script {
  TAKE("generation", "take"),
  LEASE("clock", "lease"),
  LEAVE("leave"),
  LEFT("generation", "left"),
  RESTORE("generation", "restore"),
  GENERATION("generation", "generation-of"),
  CHARGE("generation", "charge"),
  RECOUNT("generation", "recount"),
  REFUSE("refuse");

  private final String text;
  private final String sha;

  Script(String... parts) {
    this.text = Arrays.stream(parts).map(Script::read).collect(Collectors.joining());
    this.sha = sha1(text);
  }

  String text() {
    return text;
  }

  /** By which Redis knows it. */
  String sha() {
    return sha;
  }

  private static String read(String part) {
    try (@Nullable InputStream in = Script.class.getResourceAsStream(part + ".lua")) {
      if (in == null) {
        throw new IllegalStateException("the script " + part + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
