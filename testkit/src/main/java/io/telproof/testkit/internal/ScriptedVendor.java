package io.telproof.testkit.internal;

import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.TokenEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The author's vendor, with words put into its mouth. It still reads every request and judges the
 * signature; what it refuses for its signature stays refused in its own words.
 */
public final class ScriptedVendor implements Vendor {
  /** What is said to a request that was heard like this. */
  @FunctionalInterface
  public interface Script {
    ReplyExample answer(ReceivedRequest heard) throws InterruptedException;
  }

  /** One request, and what the author's vendor made of it. */
  public record SeenRequest(VendorRequest request, VendorReply judged, Instant at) {
    public ReceivedRequest heard() {
      return judged.heard();
    }
  }

  private final Vendor author;
  private final ScriptedTokens tokens;
  private final FaultQueue faults = new FaultQueue();
  private final List<SeenRequest> seen = new ArrayList<>();
  private int replies;
  private final AtomicReference<@Nullable Script> script = new AtomicReference<>();
  private volatile boolean insisting;

  ScriptedVendor(Vendor author, Optional<TokenEndpoint> tokens) {
    this.author = author;
    this.tokens = new ScriptedTokens(tokens, author);
  }

  /** The exchanges of tokens, which are no questions. */
  public ScriptedTokens tokens() {
    return tokens;
  }

  FaultQueue faults() {
    return faults;
  }

  public void says(ReplyExample example) {
    answers(heard -> example);
  }

  public void answers(Script other) {
    script.set(other);
    insisting = false;
  }

  /** Says this to whatever comes, signed with whatever keys. */
  public void insists(ReplyExample example) {
    script.set(heard -> example);
    tokens.toAnybody();
    insisting = true;
  }

  /** The author's vendor speaks for itself. */
  public void speaksForItself() {
    script.set(null);
  }

  /** The questions, in the order in which they were read. */
  public synchronized List<SeenRequest> seen() {
    return List.copyOf(seen);
  }

  public synchronized int requests() {
    return seen.size();
  }

  @Override
  public String name() {
    return author.name();
  }

  @Override
  public Duration clockOffset() {
    return author.clockOffset();
  }

  @Override
  public boolean speaks(VendorRequest request) {
    return true;
  }

  @Override
  public VendorReply answer(VendorRequest request, Instant now) {
    if (tokens.isExchange(request)) {
      return tokens.answer(request, now);
    }
    VendorReply judged = judged(author, tokens.shown(request), now);
    synchronized (this) {
      seen.add(new SeenRequest(request, judged, now));
    }
    VendorReply said = said(judged);
    Optional<Fault> fault = faults.take();
    return fault.isPresent() ? said.meeting(fault) : said;
  }

  static VendorReply judged(Vendor author, VendorRequest request, Instant now) {
    return author.speaks(request)
        ? author.answer(request, now)
        : VendorReply.json(404, "", ReceivedRequest.nothing(author.name(), "", false));
  }

  private VendorReply said(VendorReply judged) {
    Script chosen = script.get();
    if (chosen == null || !(insisting || judged.heard().signatureGood())) {
      return judged;
    }
    try {
      return reply(chosen.answer(judged.heard()), judged);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return judged;
    }
  }

  /** The id that the vendor gave to its last request: no vendor gives one twice. */
  public synchronized String requestId() {
    return ReplyExample.REQUEST_ID + "-" + replies;
  }

  private synchronized String nextRequestId() {
    replies++;
    return requestId();
  }

  private VendorReply reply(ReplyExample example, VendorReply judged) {
    String id = nextRequestId();
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", "application/json"));
    for (Map.Entry<String, String> header : example.headers().entrySet()) {
      headers.add(
          new Header(header.getKey(), header.getValue().replace(ReplyExample.REQUEST_ID, id)));
    }
    return new VendorReply(
        example.status(),
        headers,
        example
            .body()
            .replace(ReplyExample.REQUEST_ID, id)
            .replace(ReplyExample.NUMBER, judged.heard().contact()),
        judged.heard(),
        id,
        example.code(),
        judged.billing(),
        Optional.empty());
  }
}
