package io.telproof.sandbox.process;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The process: both vendors on a port of the system's choice.
 *
 * <p>Its first line of output is where it listens. For every line of input it answers with what a
 * vendor understood of the last request, as one line of JSON; where its input ends, because its
 * parent closed it or is dead, it ends.
 */
final class SandboxServer {

  private static final JsonMapper JSON = new JsonMapper();

  private SandboxServer() {}

  /** Runs until the input ends. */
  public static void main(String[] arguments) throws IOException {
    Logger.getLogger("").setLevel(Level.WARNING);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Sandbox sandbox = Sandbox.start(new TencentVendor(), new AlibabaVendor())) {
      out.println(sandbox.endpoint());
      while (in.readLine() != null) {
        out.println(lastHeard(sandbox));
      }
    }
  }

  private static String lastHeard(Sandbox sandbox) {
    ObjectNode answer = JSON.createObjectNode();
    List<ReceivedRequest> heard = sandbox.heard();
    if (!heard.isEmpty()) {
      ReceivedRequest last = heard.get(heard.size() - 1);
      answer.put("vendor", last.vendor()).put("operation", last.operation());
      answer.put("signatureGood", last.signatureGood());
      answer.set("fields", JSON.valueToTree(last.fields()));
    }
    return answer.toString();
  }
}
