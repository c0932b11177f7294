package io.telproof.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the vendors would send at the end of the month: one line for each request they read, refused
 * ones and ones whose reply was lost included. A line stands on the bill before the first byte of
 * its reply is sent. A request for an access token is no question and has no line.
 *
 * <p>The counts are complete; of the lines the last {@value #KEPT} are kept. No line holds a
 * contact in clear. Thread-safe.
 */
public final class Bill {

  /** How many lines are kept. */
  public static final int KEPT = 10_000;

  private final Recent<Line> lines = new Recent<>(KEPT);
  private final Map<String, Map<Billing, Long>> counts = new TreeMap<>();

  Bill() {}

  /**
   * One request, as the vendor books it.
   *
   * @param at the vendor's time when it had been read
   * @param vendor the vendor's name
   * @param operation the vendor's name of the operation; empty where the request did not say
   * @param requestId the vendor's id of the request; empty where it gave none
   * @param vendorCode the code of the verdict or of the refusal; empty where there was none
   * @param billing what it costs
   * @param contact the number or address asked about, masked; empty where it was not read
   * @param fault what went wrong with the reply
   */
  public record Line(
      Instant at,
      String vendor,
      String operation,
      String requestId,
      String vendorCode,
      Billing billing,
      String contact,
      Optional<Fault> fault) {}

  synchronized void add(Line line) {
    lines.add(line);
    counts
        .computeIfAbsent(line.operation(), unseen -> new EnumMap<>(Billing.class))
        .merge(line.billing(), 1L, Long::sum);
  }

  /** {@return the last lines, oldest first} */
  public synchronized List<Line> lines() {
    return lines.list();
  }

  /** {@return how many requests the vendors have read} */
  public synchronized long requests() {
    return counts.keySet().stream().mapToLong(this::requests).sum();
  }

  /**
   * {@return how many requests for this operation the vendors have read}
   *
   * @param operation the vendor's name of the operation
   */
  public synchronized long requests(String operation) {
    return counts.getOrDefault(operation, Map.of()).values().stream().mapToLong(n -> n).sum();
  }

  /** {@return how many requests are charged} */
  public synchronized long charged() {
    return counts.keySet().stream().mapToLong(this::charged).sum();
  }

  /**
   * {@return how many requests for this operation are charged}
   *
   * @param operation the vendor's name of the operation
   */
  public synchronized long charged(String operation) {
    return count(operation, Billing.CHARGED);
  }

  /**
   * {@return how many requests for this operation cost this}
   *
   * @param operation the vendor's name of the operation
   * @param billing which of the kinds
   */
  public synchronized long count(String operation, Billing billing) {
    return counts.getOrDefault(operation, Map.of()).getOrDefault(billing, 0L);
  }

  /** Tears the bill up: no lines, all counts zero. */
  public synchronized void clear() {
    lines.clear();
    counts.clear();
  }

  /**
   * {@return the bill as JSON: {@code requests}, {@code charged}, {@code operations} with the
   * counts of each, and {@code lines}}
   */
  public String json() {
    return json(KEPT);
  }

  /**
   * {@return the same with the last of its lines alone}
   *
   * @param last how many at most, zero or more
   * @throws IllegalArgumentException if it is less
   */
  public synchronized String json(int last) {
    if (last < 0) {
      throw new IllegalArgumentException("last is " + last + ", expected zero or more");
    }
    ObjectNode bill = JsonNodeFactory.instance.objectNode();
    bill.put("requests", requests()).put("charged", charged());
    ObjectNode operations = bill.putObject("operations");
    for (String operation : counts.keySet()) {
      ObjectNode count = operations.putObject(operation);
      count.put("requests", requests(operation)).put("charged", charged(operation));
      count.put("free", count(operation, Billing.FREE));
      count.put("unstated", count(operation, Billing.UNSTATED));
    }
    ArrayNode array = bill.putArray("lines");
    List<Line> all = lines.list();
    for (Line line : all.subList(Math.max(0, all.size() - last), all.size())) {
      ObjectNode node = array.addObject();
      node.put("at", line.at().toString()).put("vendor", line.vendor());
      node.put("operation", line.operation()).put("requestId", line.requestId());
      node.put("vendorCode", line.vendorCode()).put("billing", line.billing().name());
      node.put("contact", line.contact());
      node.put("fault", line.fault().map(Fault::name).orElse(null));
    }
    return bill.toString();
  }
}
