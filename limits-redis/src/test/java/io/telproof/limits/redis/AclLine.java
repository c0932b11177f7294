package io.telproof.limits.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;

/** A user as it stands in a file of access control lists. */
final class AclLine implements ProtocolKeyword {
  static final AclLine ACL = new AclLine();

  private AclLine() {}

  static CommandOutput<String, String, String> output() {
    return new StatusOutput<>(StringCodec.UTF8);
  }

  /** The line without its first word. */
  static CommandArgs<String, String> args(String line) {
    CommandArgs<String, String> args = new CommandArgs<>(StringCodec.UTF8).add("SETUSER");
    for (String word : line.substring("user ".length()).split(" ", -1)) {
      args.add(word);
    }
    return args;
  }

  @Override
  public byte[] getBytes() {
    return toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  @SuppressWarnings("deprecation") // Lettuce still asks every keyword for it.
  public String name() {
    return toString();
  }

  @Override
  public String toString() {
    return "ACL";
  }
}
