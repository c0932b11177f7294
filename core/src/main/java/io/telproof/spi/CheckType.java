package io.telproof.spi;

import io.telproof.Check;
import io.telproof.CodeClaim;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.Contact;
import io.telproof.IdentityClaim;
import io.telproof.IdentityMatch;
import io.telproof.IdentityVerdict;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.PreValidatedClaim;
import io.telproof.PreValidatedId;
import io.telproof.PreValidatedNumber;
import io.telproof.RecycledNumberCheck;
import io.telproof.RecycledQuery;
import io.telproof.Recycling;
import io.telproof.SimSwap;
import io.telproof.SimSwapCheck;
import io.telproof.SimSwapQuery;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.TenureQuery;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The checks, and all that is said of each in one place: the word for it, its types, where a
 * provider has it, and what may be done with a question beside asking one provider once.
 */
@SuppressWarnings(
    "ImmutableEnumChecker") // Its functions keep nothing, and nobody changes its sets.
public enum CheckType {
  /** {@link PhoneStatusCheck}. */
  PHONE_STATUS(
      "phone-status",
      PhoneStatusCheck.class,
      PhoneNumber.class,
      PhoneStatus.class,
      number -> number,
      VerificationProvider::phoneStatus,
      check -> check::check,
      Allowance.ANYWHERE),
  /** {@link TenureCheck}. */
  TENURE(
      "tenure",
      TenureCheck.class,
      TenureQuery.class,
      Tenure.class,
      TenureQuery::number,
      VerificationProvider::tenure,
      check -> check::check,
      Allowance.ANYWHERE),
  /** {@link IdentityMatch}. */
  IDENTITY_MATCH(
      "identity-match",
      IdentityMatch.class,
      IdentityClaim.class,
      IdentityVerdict.class,
      IdentityClaim::number,
      VerificationProvider::identityMatch,
      check -> check::check,
      Allowance.ANYWHERE),
  /** {@link CodeDelivery}. A second code would make the first one void. */
  CODE_DELIVERY(
      "code-delivery",
      CodeDelivery.class,
      Contact.class,
      CodeDispatch.class,
      contact -> contact,
      VerificationProvider::codeDelivery,
      check -> check::check,
      Allowance.NONE),
  /** {@link CodeVerification}. A code is known only where it was sent. */
  CODE_VERIFICATION(
      "code-verification",
      CodeVerification.class,
      CodeClaim.class,
      CodeVerdict.class,
      CodeClaim::contact,
      VerificationProvider::codeVerification,
      check -> check::check,
      Allowance.NONE),
  /** {@link PreValidatedNumber}. An id is known only where the number was bought. */
  PRE_VALIDATED_NUMBER(
      "pre-validated-number",
      PreValidatedNumber.class,
      PreValidatedClaim.class,
      PreValidatedId.class,
      PreValidatedClaim::number,
      VerificationProvider::preValidatedNumber,
      check -> check::check,
      Allowance.NONE),
  /** {@link RecycledNumberCheck}. */
  RECYCLED_NUMBER(
      "recycled-number",
      RecycledNumberCheck.class,
      RecycledQuery.class,
      Recycling.class,
      RecycledQuery::number,
      VerificationProvider::recycledNumber,
      check -> check::check,
      Allowance.ANYWHERE),
  /** {@link SimSwapCheck}. It is asked about this moment: an answer is not kept. */
  SIM_SWAP(
      "sim-swap",
      SimSwapCheck.class,
      SimSwapQuery.class,
      SimSwap.class,
      SimSwapQuery::number,
      VerificationProvider::simSwap,
      check -> check::check,
      Allowance.AT_THE_MOMENT);

  /** What may be done with the question of a check, or with its answer. */
  private enum Allowance {
    FAILOVER,
    COALESCE,
    CACHE,
    SHADOW;

    /** Every vendor can answer, and the answer stays true for a while. */
    private static final Set<Allowance> ANYWHERE = Set.copyOf(EnumSet.allOf(Allowance.class));

    /** Every vendor can answer, and the next moment the answer can be another one. */
    private static final Set<Allowance> AT_THE_MOMENT = Set.of(FAILOVER, COALESCE, SHADOW);

    /** One provider alone can answer, and each question counts. */
    private static final Set<Allowance> NONE = Set.of();
  }

  private final String key;
  private final Class<? extends Check<?, ?>> type;
  private final Class<?> query;
  private final Class<?> value;
  private final Function<?, ? extends Contact> contact;
  private final Function<VerificationProvider, ? extends Optional<? extends Check<?, ?>>> offered;
  private final Function<?, ? extends Check<?, ?>> typed;
  private final Set<Allowance> allowed;

  /**
   * A check. The compiler sees that its types belong together.
   *
   * @param contact what a question is about
   * @param typed makes any check of these types one of the check's own type
   */
  <Q, V, C extends Check<Q, V>> CheckType(
      String key,
      Class<C> type,
      Class<Q> query,
      Class<V> value,
      Function<Q, Contact> contact,
      Function<VerificationProvider, Optional<C>> offered,
      Function<Check<Q, V>, C> typed,
      Set<Allowance> allowed) {
    this.key = key;
    this.type = type;
    this.query = query;
    this.value = value;
    this.contact = contact;
    this.offered = offered;
    this.typed = typed;
    this.allowed = allowed;
  }

  /** {@return the word that stands for it in configuration, meters and the command} */
  public String key() {
    return key;
  }

  /** {@return the interface of the check} */
  public Class<? extends Check<?, ?>> type() {
    return type;
  }

  /** {@return what is asked} */
  public Class<?> query() {
    return query;
  }

  /** {@return what a known answer holds} */
  public Class<?> value() {
    return value;
  }

  /**
   * {@return the number or address that a question is about}
   *
   * @param query one of {@link #query()}
   */
  @SuppressWarnings("unchecked") // The constructor ties the types of both.
  public Contact contact(Object query) {
    return ((Function<Object, ? extends Contact>) contact).apply(query);
  }

  /**
   * {@return the check as this provider offers it; empty where it does not}
   *
   * @param provider the provider that is looked at
   */
  public Optional<? extends Check<?, ?>> of(VerificationProvider provider) {
    return offered.apply(provider);
  }

  /**
   * {@return whether this provider offers it}
   *
   * @param provider the provider that is looked at
   */
  public boolean offeredBy(VerificationProvider provider) {
    return of(provider).isPresent();
  }

  /**
   * {@return a check as one of {@link #type()}}
   *
   * @param check asks {@link #query()} and answers {@link #value()}
   */
  @SuppressWarnings("unchecked") // The constructor ties the types of both.
  public Check<?, ?> typed(Check<?, ?> check) {
    return ((Function<Check<?, ?>, Check<?, ?>>) typed).apply(check);
  }

  /** {@return whether another provider may be asked where the first one did not answer} */
  public boolean mayFailOver() {
    return allowed.contains(Allowance.FAILOVER);
  }

  /** {@return whether callers who ask the same at the same moment may share one question} */
  public boolean mayCoalesce() {
    return allowed.contains(Allowance.COALESCE);
  }

  /** {@return whether an answer may be given again for a while} */
  public boolean mayCache() {
    return allowed.contains(Allowance.CACHE);
  }

  /** {@return whether a second provider may be asked beside the first one, to compare them} */
  public boolean mayShadow() {
    return allowed.contains(Allowance.SHADOW);
  }

  /**
   * {@return the check of this word}
   *
   * @param key the word of the configuration, such as {@code phone-status}
   */
  public static Optional<CheckType> of(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
