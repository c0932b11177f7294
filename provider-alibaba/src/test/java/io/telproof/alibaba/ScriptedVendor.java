package io.telproof.alibaba;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers what it was told to, in that order, the last one for ever; keeps what it was asked. */
final class ScriptedVendor implements Vendor {
  private final BlockingQueue<VendorRequest> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<VendorReply> replies = new LinkedBlockingQueue<>();
  private final Duration ahead;

  private ScriptedVendor(Duration ahead) {
    this.ahead = ahead;
  }

  static ScriptedVendor saying(String... bodies) {
    return ahead(Duration.ZERO, bodies);
  }

  /** With a clock that is ahead of this machine's. */
  static ScriptedVendor ahead(Duration ahead, String... bodies) {
    ScriptedVendor vendor = new ScriptedVendor(ahead);
    for (String body : bodies) {
      vendor.replies.add(VendorReply.json(body.contains("HostId") ? 400 : 200, body, heard()));
    }
    return vendor;
  }

  private static ReceivedRequest heard() {
    return ReceivedRequest.nothing("scripted", "", true);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return true;
  }

  @Override
  public Duration clockOffset() {
    return ahead;
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    requests.add(request);
    VendorReply reply = replies.size() > 1 ? replies.remove() : replies.element();
    return reply.with("x-scripted", "yes");
  }

  List<VendorRequest> requests() {
    return List.copyOf(requests);
  }

  static String header(VendorRequest request, String name) {
    return String.join(",", request.headers(name));
  }

  static List<String> names(VendorRequest request) {
    return request.headers().stream().map(Header::key).toList();
  }
}
