package io.telproof.limits.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;

/** A user as it stands in a file of access control lists. */
enum AclLine implements ProtocolKeyword {
  ACL;

  static CommandOutput<String, String, String> output() {
    return new StatusOutput<>(StringCodec.UTF8);
  }

  /** The line without its first word. */
  static CommandArgs<String, String> args(String line) {
    CommandArgs<String, String> args = new CommandArgs<>(StringCodec.UTF8).add("SETUSER");
    for (String word : line.substring("user ".length()).split(" ")) {
      args.add(word);
    }
    return args;
  }

  @Override
  public byte[] getBytes() {
    return name().getBytes(StandardCharsets.US_ASCII);
  }
}
