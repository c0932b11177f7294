package io.telproof.tencent;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request's personal fields, encrypted, and what the vendor needs to read them. Prints nothing of
 * its content.
 *
 * @param fields the encrypted fields by name, in base64, in the order in which they are listed
 * @param blob the key under the vendor's own key
 * @param iv the initial vector as it is sent
 * @param tags an authentication tag for each field, where the algorithm has them
 */
record SealedText(Map<String, String> fields, String blob, String iv, Optional<List<String>> tags) {
  List<String> names() {
    return List.copyOf(fields.keySet());
  }

  @Override
  public String toString() {
    return "Sealed" + names();
  }
}
