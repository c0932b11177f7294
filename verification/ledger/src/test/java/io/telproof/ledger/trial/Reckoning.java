package io.telproof.ledger.trial;

import io.telproof.Charge;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the ledger says beside what the vendor has carried out, question by question. A request
 * whose id the ledger has belongs to that entry. Any other was carried out, and its reply was not
 * understood or not heard: it needs an entry of its own that says so, or that is in doubt. For one
 * thread.
 */
final class Reckoning {
  private static final Logger LOG = LoggerFactory.getLogger(Reckoning.class);

  private int carriedOut;
  private int intents;
  private int doubts;
  private int charged;
  private int perhaps;
  private int billed;
  private int billedTold;
  private int billedPerhaps;
  private int billedInDoubt;
  private int withoutIntent;
  private int untrue;
  private int billedTwice;

  private Reckoning() {}

  static Reckoning of(Map<Integer, List<Request>> carriedOut, List<Entry> entries) {
    Map<Integer, List<Entry>> written = new HashMap<>();
    for (Entry entry : entries) {
      int question = Question.of(entry.intent().correlationId());
      written.computeIfAbsent(question, unseen -> new ArrayList<>()).add(entry);
    }
    carriedOut.keySet().forEach(question -> written.putIfAbsent(question, List.of()));
    Reckoning reckoning = new Reckoning();
    written.forEach(
        (question, of) -> reckoning.add(carriedOut.getOrDefault(question, List.of()), of));
    return reckoning;
  }

  private void add(List<Request> requests, List<Entry> entries) {
    Map<String, Request> byId = new HashMap<>();
    requests.forEach(request -> byId.put(request.id(), request));
    int open = 0;
    int unclear = 0;
    for (Entry entry : entries) {
      Optional<Settlement> settlement = entry.settlement();
      if (settlement.isEmpty()) {
        open++;
      } else if (settlement.get().requestId().isPresent()) {
        told(
            settlement.get(), Optional.ofNullable(byId.remove(settlement.get().requestId().get())));
      } else if (settlement.get().charge() == Charge.CHARGED) {
        charged++;
        untrue++;
      } else if (settlement.get().charge() != Charge.FREE) {
        unclear++;
      }
    }
    untold(List.copyOf(byId.values()), unclear, open);
    int times = (int) requests.stream().filter(Request::billed).count();
    carriedOut += requests.size();
    intents += entries.size();
    doubts += open;
    perhaps += unclear;
    billed += times;
    billedTwice += Math.max(0, times - 1);
    if (times > 1) {
      LOG.warn("billed {} times: {}", times, entries.stream().map(Reckoning::words).toList());
    }
  }

  private static String words(Entry entry) {
    return (entry.intent().key().isPresent() ? "with a key, " : "without a key, ")
        + entry.intent().at()
        + ", "
        + entry.settlement().map(end -> end.outcome() + " " + end.charge()).orElse("in doubt");
  }

  /** What has the vendor's id says what that request cost. */
  private void told(Settlement settlement, Optional<Request> request) {
    boolean isCharged = settlement.charge() == Charge.CHARGED;
    charged += isCharged ? 1 : 0;
    billedTold += request.filter(Request::billed).isPresent() ? 1 : 0;
    if (!request.map(Request::billed).equals(Optional.of(isCharged))) {
      untrue++;
    }
  }

  private void untold(List<Request> requests, int unclear, int open) {
    int covered = 0;
    for (Request request : requests) {
      if (covered >= unclear + open) {
        withoutIntent++;
      } else if (request.billed() && covered < unclear) {
        billedPerhaps++;
      } else if (request.billed()) {
        billedInDoubt++;
      }
      covered++;
    }
  }

  /** Requests that the vendor carried out. */
  int carriedOut() {
    return carriedOut;
  }

  int intents() {
    return intents;
  }

  /** Intents without an end. */
  int doubts() {
    return doubts;
  }

  /** Intents that the ledger says are charged. */
  int charged() {
    return charged;
  }

  /** Intents of which the ledger says that they may have been billed. */
  int perhaps() {
    return perhaps;
  }

  /** What the vendor bills. */
  int billed() {
    return billed;
  }

  /** Of it, what belongs to an intent that may have been billed. */
  int billedPerhaps() {
    return billedPerhaps;
  }

  /** Of it, what belongs to an intent in doubt. */
  int billedInDoubt() {
    return billedInDoubt;
  }

  /** Requests that were carried out, and no intent can be theirs. */
  int withoutIntent() {
    return withoutIntent;
  }

  /** Intents of which the ledger says another charge than the vendor does. */
  int untrue() {
    return untrue;
  }

  /** By how much questions were billed more than once. */
  int billedTwice() {
    return billedTwice;
  }

  /** By how much the bill is not what the ledger says. */
  int difference() {
    return Math.abs(billed - charged - billedPerhaps - billedInDoubt)
        + Math.abs(charged - billedTold);
  }

  /** Whether the ledger and the vendor say the same. */
  boolean holds() {
    return withoutIntent == 0 && untrue == 0 && billedTwice == 0 && difference() == 0;
  }
}
