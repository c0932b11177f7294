package io.telproof.sandbox.camara;

import io.telproof.sandbox.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The clients that were onboarded. One that is revoked is as one that never was. */
final class Clients {

  private final KeyRing ring;
  private final Map<String, CamaraCredentials> known;
  private final Map<String, ClientKey> keys;

  Clients(List<CamaraCredentials> credentials, KeyRing ring) {
    this.ring = ring;
    this.known =
        credentials.stream()
            .collect(
                Collectors.toUnmodifiableMap(CamaraCredentials::clientId, Function.identity()));
    this.keys =
        credentials.stream()
            .filter(each -> each.publicKey().isPresent())
            .collect(
                Collectors.toUnmodifiableMap(
                    CamaraCredentials::clientId,
                    each -> ClientKey.of(each.publicKey().orElseThrow())));
  }

  boolean accepts(String clientId) {
    return known.containsKey(clientId) && !ring.isRevoked(clientId);
  }

  boolean accepts(String clientId, String secret) {
    CamaraCredentials client = known.get(clientId);
    return client != null && accepts(clientId) && same(client.clientSecret(), secret);
  }

  /** The public key of a client that is accepted and has one. */
  Optional<ClientKey> publicKey(String clientId) {
    return accepts(clientId) ? Optional.ofNullable(keys.get(clientId)) : Optional.empty();
  }

  /** The client of this id, revoked or not. */
  Optional<CamaraCredentials> known(String clientId) {
    return Optional.ofNullable(known.get(clientId));
  }

  /** All that were onboarded, revoked ones too, in the order of their ids. */
  List<CamaraCredentials> all() {
    return known.values().stream()
        .sorted(Comparator.comparing(CamaraCredentials::clientId))
        .toList();
  }

  /** The public keys by the ids of their clients, of revoked ones too. */
  Map<String, ClientKey> publicKeys() {
    return new TreeMap<>(keys);
  }

  private static boolean same(String expected, String sent) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }
}
