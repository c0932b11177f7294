package io.telproof.testkit;

import io.telproof.sandbox.Header;
import io.telproof.sandbox.Heard;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
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
final class ScriptedVendor implements Vendor {
  /** What is said to a request that was heard like this. */
  @FunctionalInterface
  interface Script {
    Phrase answer(Heard heard) throws InterruptedException;
  }

  /** One request, and what the author's vendor made of it. */
  record Seen(VendorRequest request, VendorReply judged, Instant at) {
    Heard heard() {
      return judged.heard();
    }
  }

  private final Vendor author;
  private final List<Seen> seen = new ArrayList<>();
  private int replies;
  private final AtomicReference<@Nullable Script> script = new AtomicReference<>();
  private volatile boolean insisting;

  ScriptedVendor(Vendor author) {
    this.author = author;
  }

  void says(Phrase phrase) {
    answers(heard -> phrase);
  }

  void answers(Script other) {
    script.set(other);
    insisting = false;
  }

  /** Says this to whatever comes, signed with whatever keys. */
  void insists(Phrase phrase) {
    script.set(heard -> phrase);
    insisting = true;
  }

  /** The author's vendor speaks for itself. */
  void speaksForItself() {
    script.set(null);
  }

  synchronized List<Seen> seen() {
    return List.copyOf(seen);
  }

  synchronized int requests() {
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
    VendorReply judged =
        author.speaks(request)
            ? author.answer(request, now)
            : VendorReply.json(404, "", Heard.nothing(author.name(), "", false));
    synchronized (this) {
      seen.add(new Seen(request, judged, now));
    }
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
  synchronized String requestId() {
    return Phrase.REQUEST_ID + "-" + replies;
  }

  private synchronized String nextRequestId() {
    replies++;
    return requestId();
  }

  private VendorReply reply(Phrase phrase, VendorReply judged) {
    String id = nextRequestId();
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", "application/json"));
    for (Map.Entry<String, String> header : phrase.headers().entrySet()) {
      headers.add(new Header(header.getKey(), header.getValue().replace(Phrase.REQUEST_ID, id)));
    }
    return new VendorReply(
        phrase.status(),
        headers,
        phrase.body().replace(Phrase.REQUEST_ID, id),
        judged.heard(),
        id,
        phrase.code(),
        judged.billing(),
        Optional.empty());
  }
}
