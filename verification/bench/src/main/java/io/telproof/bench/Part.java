package io.telproof.bench;

import java.util.Collection;
import java.util.stream.Collectors;

/** What can be switched on in a client. */
enum Part {
  /** A second provider behind the first, which is never asked. */
  ROUTE("routes.tenure = [main, second]"),
  /** One that nobody reaches. */
  BUDGET("budgets.tenure = 999999999/day"),
  /** In which nothing is found. */
  CACHE("cache.tenure = 10m"),
  /** Of questions that are never the same. */
  COALESCING("coalesce = [tenure]"),
  /** Whose records are counted. */
  AUDIT("audit.hash-key = the-hash-key-of-this-bench"),
  /** In Micrometer's simple registry. */
  METERS("");

  private final String line;

  Part(String line) {
    this.line = line;
  }

  /** The configuration of these, without the providers. */
  static String config(Collection<Part> parts) {
    return parts.stream()
        .map(part -> part.line)
        .collect(Collectors.joining("\n", "telproof {\n", "\n}\n"));
  }
}
