package io.telproof.proof.storm;

import io.telproof.sandbox.Billing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * What the vendors and the lines to them have seen: the other half of every receipt. Moments are
 * nanoseconds of {@link System#nanoTime}. Thread-safe.
 */
final class Books {
  /**
   * A request that a vendor read whole and carried out.
   *
   * @param provider the vendor, by the name that the client has for it
   * @param requestId the vendor's; of an operator, who has none, what its caller calls the request
   */
  record Deed(String provider, int person, String requestId, Billing billing) {}

  /**
   * A request that came as far as the line.
   *
   * @param closed when the connection that it came on had been closed, with every byte before that
   *     delivered; empty where it was open
   */
  record Sighting(int person, OptionalLong closed) {}

  /** The moment of a reset lies between these two. */
  private record Reset(long from, long to) {}

  private final Map<Integer, List<Deed>> deeds = new ConcurrentHashMap<>();
  private final Map<Integer, List<Sighting>> sightings = new ConcurrentHashMap<>();
  private final Map<String, Deed> byRequestId = new ConcurrentHashMap<>();
  private final Set<String> afterTheLook = ConcurrentHashMap.newKeySet();
  private final Queue<Reset> resets = new ConcurrentLinkedQueue<>();

  void carriedOut(Deed deed) {
    deeds.computeIfAbsent(deed.person(), unseen -> new CopyOnWriteArrayList<>()).add(deed);
    byRequestId.put(deed.requestId(), deed);
  }

  void seen(Sighting sighting) {
    sightings
        .computeIfAbsent(sighting.person(), unseen -> new CopyOnWriteArrayList<>())
        .add(sighting);
  }

  /**
   * A connection ended between these two while a request may have been on its way: reset while it
   * was idle, or under a request that went out behind a stray reply. What came meanwhile nobody
   * saw.
   */
  void resetInThePause(long from, long to) {
    resets.add(new Reset(from, to));
  }

  /**
   * A reply came on a connection into which one had been written that nobody asked for, with an id
   * that nobody had seen, at a moment when a request may have been on its way: HTTP/1.1 has nothing
   * by which to tell the two apart.
   */
  void afterTheLook(String requestId) {
    afterTheLook.add(requestId);
  }

  List<Deed> deeds(int person) {
    return deeds.getOrDefault(person, List.of());
  }

  List<Sighting> sightings(int person) {
    return sightings.getOrDefault(person, List.of());
  }

  /** What a vendor did under this id. */
  Optional<Deed> under(String requestId) {
    return Optional.ofNullable(byRequestId.get(requestId));
  }

  boolean cameAfterTheLook(String requestId) {
    return afterTheLook.contains(requestId);
  }

  boolean anyResetInThePause(long from, long to) {
    return resets.stream().anyMatch(reset -> reset.from() <= to && reset.to() >= from);
  }

  /** How many requests were carried out. */
  long carriedOut() {
    return all().count();
  }

  /** How many requests are billed, as far as vendors say so. */
  long billed() {
    return all().filter(deed -> deed.billing() == Billing.CHARGED).count();
  }

  /** How many requests each vendor has carried out. */
  Map<String, Integer> carriedOutBy() {
    Map<String, Integer> counts = new TreeMap<>();
    all().forEach(deed -> counts.merge(deed.provider(), 1, Integer::sum));
    return counts;
  }

  private Stream<Deed> all() {
    return deeds.values().stream().flatMap(List::stream);
  }
}
