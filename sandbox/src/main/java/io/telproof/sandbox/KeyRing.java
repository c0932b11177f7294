package io.telproof.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that a vendor has given to the sandbox's account, and which of them are revoked: what is
 * switched in a vendor's console is switched here. They open nothing anywhere else. Thread-safe.
 */
public final class KeyRing {
  /** Of a vendor that gives no keys, or whose simulator does not look at them. */
  static final KeyRing NONE = new KeyRing(List.of());

  private final List<Key> keys;
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();

  /**
   * These keys, of which none is revoked yet.
   *
   * @param keys the keys, of which each has its own id
   */
  public KeyRing(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * One key. Prints its id alone.
   *
   * @param id names the key
   * @param secret signs with it
   * @param token comes with every request of a temporary key, and with no other
   */
  public record Key(String id, String secret, Optional<String> token) {
    @Override
    public String toString() {
      return "Key[" + id + (token.isPresent() ? ", temporary]" : "]");
    }
  }

  /** {@return all keys, revoked ones too} */
  public List<Key> keys() {
    return keys;
  }

  /**
   * {@return whether there is a key of this id, revoked or not}
   *
   * @param id the public part of the key
   */
  public boolean has(String id) {
    return keys.stream().anyMatch(key -> key.id().equals(id));
  }

  /**
   * {@return whether the vendor refuses the key of this id; it is over, where it is a temporary
   * one}
   *
   * @param id the public part of the key
   */
  public boolean isRevoked(String id) {
    return revoked.contains(id);
  }

  /**
   * Has the vendor refuse a key from now on.
   *
   * @param id the public part of the key
   * @throws IllegalArgumentException if there is no key of this id
   */
  public void revoke(String id) {
    requireKey(id);
    revoked.add(id);
  }

  /**
   * Has the vendor take a key again.
   *
   * @param id the public part of the key
   * @throws IllegalArgumentException if there is no key of this id
   */
  public void restore(String id) {
    requireKey(id);
    revoked.remove(id);
  }

  private void requireKey(String id) {
    if (!has(id)) {
      throw new IllegalArgumentException("there is no key of this id");
    }
  }
}
