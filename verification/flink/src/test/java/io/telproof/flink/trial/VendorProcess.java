package io.telproof.flink.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The vendor, which outlives whoever asks it. For one thread. */
final class VendorProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Writer in;
  private final String endpoint;

  VendorProcess(long replyMillis) throws IOException {
    process =
        Jvm.start(
                List.of("-Xmx1g"), VendorMain.class.getName(), List.of(String.valueOf(replyMillis)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    out = process.inputReader(StandardCharsets.UTF_8);
    in = process.outputWriter(StandardCharsets.UTF_8);
    endpoint = line();
  }

  private String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the vendor has ended; its error output says why");
    }
    return line;
  }

  String endpoint() {
    return endpoint;
  }

  Charged charged() throws IOException {
    in.write("tell\n");
    in.flush();
    return Charged.of(line());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
