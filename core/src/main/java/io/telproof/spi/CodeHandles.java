package io.telproof.spi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.telproof.Answer;
import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.Contact;
import io.telproof.EmailAddress;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds the handle of a code to the contact that the code was sent to. A vendor that checks a code
 * by its handle alone would accept the code of one number for another; so an application is given
 * the handle behind a MAC over the contact, and only for that contact, written as it was then, does
 * the vendor's handle come out of it again. Thread-safe.
 *
 * <p>The key of the MAC is derived from the account's secret. What was bound in one process opens
 * in every other one of the account, and after a restart. After a change of the secret it opens for
 * one more hour from when the new one was first seen here, which is longer than codes live. It does
 * not open in a process that has not seen the secret it was bound with: one that was started after
 * the change, or that has not heard of the change yet; nor where each process has keys of its own,
 * as temporary ones are. There the answer is REJECTED, and a new code has to be sent.
 *
 * <p>What an application holds is {@code 1.}, the MAC in 22 characters, a dot, and the vendor's
 * handle. The contact does not show in it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, section 5, on MACs of half the
 *     length</a>
 */
public final class CodeHandles {
  private static final String FORM = "1.";
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "telproof: the handle of a code, 1".getBytes(UTF_8);
  private static final int KEY_BYTES = 32;
  private static final int MAC_BYTES = 16;
  private static final int MAC_CHARACTERS = 22;
  private static final int MAC_END = FORM.length() + MAC_CHARACTERS;
  private static final Duration LONGEST_LIFE_OF_A_CODE = Duration.ofHours(1);
  private static final int KEPT = 8;

  /**
   * A key that was derived from one secret.
   *
   * @param until when it opens nothing any more; empty for the latest
   */
  private record Key(SecretKeySpec mac, Optional<Deadline> until) {
    boolean opens() {
      return until.filter(end -> end.left().isZero()).isEmpty();
    }
  }

  private final String provider;
  private final CredentialsSource credentials;
  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  // The latest first, and never none. Written under the lock.
  private volatile List<Key> keys;

  CodeHandles(String provider, CredentialsSource credentials, Time time) {
    this.provider = provider;
    this.credentials = credentials;
    this.time = time;
    // Where there are no keys yet, handles hold in this process alone: a code that was sent and
    // paid for must not be lost because of its handle.
    this.keys = List.of(new Key(random(), Optional.empty()));
    look();
  }

  /**
   * {@return the answer with the vendor's handle bound to the contact; as it is, where it has none}
   * Never fails.
   *
   * @param contact where the code goes
   * @param sent the provider's answer, with the vendor's own handle
   */
  public Answer<CodeDispatch> bind(Contact contact, Answer<CodeDispatch> sent) {
    return sent instanceof Answer.Known<CodeDispatch> known && known.value().handle().isPresent()
        ? new Answer.Known<>(
            new CodeDispatch(
                known.value().handle().map(handle -> bind(contact, handle)),
                known.value().expiresAt()),
            known.receipt())
        : sent;
  }

  String bind(Contact contact, String handle) {
    look();
    return FORM + mac(keys.get(0), contact, handle) + "." + handle;
  }

  /**
   * Asks about a claim with the vendor's handle; without one, where the claim has none. A handle of
   * another contact, a changed one and a foreign one are answered REJECTED: free, and the vendor is
   * not asked.
   *
   * @param claim the contact, the code and the handle that a person gave back
   * @param operation the vendor's name of the check, for the receipt
   * @param vendor asks the vendor; is given its own handle
   * @return the vendor's answer, or a rejection where the handle is not that of the contact
   * @throws VerificationException UNAUTHORIZED if the handle does not open with the keys that were
   *     seen here, and those of now cannot be had; and whatever {@code vendor} throws
   */
  public Answer<CodeVerdict> open(
      CodeClaim claim, String operation, Function<Optional<String>, Answer<CodeVerdict>> vendor) {
    Optional<String> handle = claim.handle().flatMap(held -> open(claim.contact(), held));
    return handle.isEmpty() && claim.handle().isPresent()
        ? new Answer.Known<>(CodeVerdict.REJECTED, Receipt.unsent(provider, operation, time.now()))
        : vendor.apply(handle);
  }

  Optional<String> open(Contact contact, String held) {
    if (!held.startsWith(FORM) || held.length() <= MAC_END || held.charAt(MAC_END) != '.') {
      return Optional.empty();
    }
    Optional<RuntimeException> none = look();
    byte[] mac = held.substring(FORM.length(), MAC_END).getBytes(UTF_8);
    String handle = held.substring(MAC_END + 1);
    for (Key key : keys) {
      if (key.opens() && MessageDigest.isEqual(mac, mac(key, contact, handle).getBytes(UTF_8))) {
        return Optional.of(handle);
      }
    }
    if (none.isPresent()) {
      throw unopened(none.get());
    }
    return Optional.empty();
  }

  /** Nobody can say whose handle it is: that is not an answer about the code. */
  private VerificationException unopened(RuntimeException none) {
    // What was thrown may quote a key: its class is all that is told.
    return none instanceof VerificationException known
        ? known
        : new VerificationException(
            Failure.of(
                FailureKind.UNAUTHORIZED,
                provider,
                "keys",
                "the handle of a code could not be opened, because the keys cannot be had ("
                    + none.getClass().getSimpleName()
                    + "); nothing was sent; look at where the keys come from"));
  }

  /** Sees the secret of now, and gives what was thrown where it cannot be had. */
  private Optional<RuntimeException> look() {
    try {
      see(derived(credentials.current()));
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private void see(SecretKeySpec now) {
    lock.lock();
    try {
      if (!keys.get(0).mac().equals(now)) {
        keys =
            Stream.concat(Stream.of(new Key(now, Optional.empty())), before(now))
                .limit(KEPT)
                .toList();
      }
    } finally {
      lock.unlock();
    }
  }

  private Stream<Key> before(SecretKeySpec now) {
    Optional<Deadline> end = Optional.of(Deadline.in(LONGEST_LIFE_OF_A_CODE, time));
    return keys.stream()
        .filter(key -> key.opens() && !key.mac().equals(now))
        .map(key -> new Key(key.mac(), key.until().or(() -> end)));
  }

  private static SecretKeySpec derived(Credentials credentials) {
    byte[] secret = credentials.secret().reveal().getBytes(UTF_8);
    return new SecretKeySpec(hmac(new SecretKeySpec(secret, ALGORITHM), PURPOSE), ALGORITHM);
  }

  private static SecretKeySpec random() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return new SecretKeySpec(key, ALGORITHM);
  }

  private static String mac(Key key, Contact contact, String handle) {
    byte[] whole =
        contact instanceof PhoneNumber number
            ? hmac(key.mac(), framed("number", number.e164(), handle))
            : hmac(key.mac(), framed("address", ((EmailAddress) contact).address(), handle));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, MAC_BYTES));
  }

  /** Each part behind its length, so that no end of one is the beginning of the next. */
  private static byte[] framed(String... parts) {
    int size = 0;
    for (String part : parts) {
      size += Integer.BYTES + part.length() * Character.BYTES;
    }
    ByteBuffer bytes = ByteBuffer.allocate(size);
    for (String part : parts) {
      bytes.putInt(part.length());
      // Not UTF-8: an encoder makes one question mark of all that it cannot say.
      part.chars().forEach(unit -> bytes.putChar((char) unit));
    }
    return bytes.array();
  }

  private static byte[] hmac(SecretKeySpec key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
