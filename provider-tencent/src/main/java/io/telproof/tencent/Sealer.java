package io.telproof.tencent;

import java.util.Map;

/**
 * Encrypts a request's personal fields, each request under a fresh initial vector. Thread-safe.
 *
 * @see <a href="https://cloud.tencent.com/document/product/1007/47180">Sensitive data
 *     encryption</a>
 */
interface Sealer {
  /** The algorithm's name on the wire. */
  String algorithm();

  /** Encrypts these fields, given by name and in their order. */
  SealedText seal(Map<String, String> fields);
}
