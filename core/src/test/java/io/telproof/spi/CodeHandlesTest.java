package io.telproof.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.Contact;
import io.telproof.EmailAddress;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeHandlesTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613900139000");
  private static final Duration HOUR = Duration.ofHours(1);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private String secret = "first";
  private Optional<RuntimeException> outage = Optional.empty();
  private final CodeHandles handles = opened();

  private CodeHandles opened() {
    return new CodeHandles("main", this::current, time);
  }

  private Credentials current() {
    if (outage.isPresent()) {
      throw outage.get();
    }
    return Credentials.of(Sensitive.of("id"), Sensitive.of(secret));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"h-1", "1.2.3", ".", "", "a b\n?=&", "\uD83D", "0123456789012345678901234"})
  void what_was_bound_to_a_contact_opens_for_it_as_the_vendor_gave_it(String handle) {
    assertThat(handles.open(NUMBER, handles.bind(NUMBER, handle))).hasValue(handle);
    EmailAddress address = EmailAddress.of("a@example.com");
    assertThat(handles.open(address, handles.bind(address, handle))).hasValue(handle);
  }

  @Test
  void what_an_application_holds_has_a_form_that_stays() {
    assertThat(handles.bind(NUMBER, "h-1"))
        .matches("1\\.[A-Za-z0-9_-]{22}\\.h-1")
        .isEqualTo("1.H3VX7tGGACuDGivwvyHR4g.h-1");
  }

  @Test
  void nothing_of_the_contact_stands_in_it() {
    assertThat(handles.bind(NUMBER, "h-1")).doesNotContain("8613900139000", "13900139000");
    assertThat(handles.bind(EmailAddress.of("alice@example.com"), "h-1"))
        .doesNotContain("alice", "example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+8613900139001", "+861390013900", "+86139001390001", "+13900139000"})
  void it_does_not_open_for_another_number(String other) {
    String held = handles.bind(NUMBER, "1");
    assertThat(handles.open(PhoneNumber.of(other), held)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"b@example.com", "A@example.com", "a@example.org"})
  void it_does_not_open_for_another_address(String other) {
    String held = handles.bind(EmailAddress.of("a@example.com"), "h-1");
    assertThat(handles.open(EmailAddress.of(other), held)).isEmpty();
    assertThat(handles.open(NUMBER, held)).isEmpty();
  }

  @Test
  void no_end_of_a_number_is_the_beginning_of_a_handle() {
    String held = handles.bind(NUMBER, "1234");
    String moved = held.substring(0, held.length() - "1234".length()) + "234";
    assertThat(handles.open(PhoneNumber.of(NUMBER.e164() + "1"), moved)).isEmpty();
  }

  @Test
  void wherever_it_is_changed_or_cut_it_does_not_open() {
    String held = handles.bind(NUMBER, "h-7Q4");
    List<String> changed = new ArrayList<>(List.of("", "1.", "h-7Q4", held + "x", " " + held));
    for (int i = 0; i < held.length(); i++) {
      for (char other : "A-_.1?\u00e9\uD83D".toCharArray()) {
        changed.add(held.substring(0, i) + other + held.substring(i + 1));
      }
      changed.add(held.substring(0, i) + (char) (held.charAt(i) ^ 1) + held.substring(i + 1));
      changed.add(held.substring(0, i));
      changed.add(held.substring(i + 1));
    }
    changed.removeIf(held::equals);
    assertThat(changed).allSatisfy(each -> assertThat(handles.open(NUMBER, each)).isEmpty());
  }

  @Test
  void a_code_of_another_account_does_not_open() {
    secret = "another";
    String foreign = opened().bind(NUMBER, "h-1");
    secret = "first";
    assertThat(handles.open(NUMBER, foreign)).isEmpty();
  }

  @Test
  void it_opens_in_every_process_of_the_account() {
    assertThat(opened().open(NUMBER, handles.bind(NUMBER, "h-1"))).hasValue("h-1");
  }

  @Test
  void it_opens_for_an_hour_after_the_keys_were_seen_to_change() {
    String held = handles.bind(NUMBER, "h-1");
    secret = "second";
    time.advance(HOUR.multipliedBy(5));
    assertThat(handles.open(NUMBER, held)).hasValue("h-1");
    time.advance(HOUR.minusNanos(1));
    assertThat(handles.open(NUMBER, held)).hasValue("h-1");
    time.advance(Duration.ofNanos(1));
    assertThat(handles.open(NUMBER, held)).isEmpty();
  }

  @Test
  void the_keys_of_its_opening_are_keys_that_it_has_seen() {
    CodeHandles later = opened();
    String held = handles.bind(NUMBER, "h-1");
    secret = "second";
    assertThat(later.open(NUMBER, held)).hasValue("h-1");
  }

  @Test
  void new_keys_bind_and_open_at_once() {
    secret = "second";
    String held = handles.bind(NUMBER, "h-1");
    assertThat(opened().open(NUMBER, held)).hasValue("h-1");
    assertThat(handles.open(NUMBER, held)).hasValue("h-1");
  }

  @Test
  void keys_that_come_back_do_not_end() {
    String held = handles.bind(NUMBER, "h-1");
    secret = "second";
    handles.bind(NUMBER, "h-2");
    secret = "first";
    handles.bind(NUMBER, "h-3");
    time.advance(HOUR.multipliedBy(2));
    assertThat(handles.open(NUMBER, held)).hasValue("h-1");
  }

  @Test
  void an_hour_counts_from_the_first_change_though_others_follow() {
    String held = handles.bind(NUMBER, "h-1");
    secret = "second";
    handles.bind(NUMBER, "h-2");
    time.advance(HOUR.dividedBy(2));
    secret = "third";
    handles.bind(NUMBER, "h-3");
    time.advance(HOUR.dividedBy(2));
    assertThat(handles.open(NUMBER, held)).isEmpty();
  }

  @Test
  void few_keys_are_kept() {
    String held = handles.bind(NUMBER, "h-1");
    for (int i = 0; i < 7; i++) {
      secret = "number " + i;
      handles.bind(NUMBER, "h");
    }
    assertThat(handles.open(NUMBER, held)).hasValue("h-1");
    secret = "one too many";
    assertThat(handles.open(NUMBER, held)).isEmpty();
  }

  @Test
  void a_code_that_was_sent_is_not_lost_where_no_keys_can_be_had() {
    outage = Optional.of(new IllegalStateException("vault sealed"));
    assertThat(handles.open(NUMBER, handles.bind(NUMBER, "h-1"))).hasValue("h-1");
    CodeHandles never = opened();
    String held = never.bind(NUMBER, "h-2");
    outage = Optional.empty();
    assertThat(never.open(NUMBER, held)).hasValue("h-2");
    assertThat(handles.open(NUMBER, held)).isEmpty();
  }

  @Test
  void whose_handle_it_is_cannot_be_said_without_keys() {
    secret = "second";
    String held = opened().bind(NUMBER, "h-1");
    outage = Optional.of(new IllegalStateException("the key is wK2fTq8Z"));
    VerificationException thrown = unopened(held);
    assertThat(thrown.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(thrown.charge()).isEqualTo(Charge.FREE);
    assertThat(thrown.getMessage())
        .contains("(IllegalStateException); nothing was sent")
        .doesNotContain("wK2fTq8Z");
    assertThat(thrown.getCause()).isNull();
    VerificationException own =
        new VerificationException(Failure.of(FailureKind.UNAVAILABLE, "vault", "keys", "sealed"));
    outage = Optional.of(own);
    assertThat(unopened(held)).isSameAs(own);
  }

  private VerificationException unopened(String held) {
    return catchThrowableOfType(VerificationException.class, () -> handles.open(NUMBER, held));
  }

  @Test
  void an_answer_is_bound_and_nothing_else_of_it_is_changed() {
    Receipt receipt = Receipt.unsent("main", "send", time.now());
    Optional<Instant> end = Optional.of(time.now());
    Answer<CodeDispatch> sent =
        new Answer.Known<>(new CodeDispatch(Optional.of("h-1"), end), receipt);
    assertThat(handles.bind(NUMBER, sent))
        .isEqualTo(
            new Answer.Known<>(
                new CodeDispatch(Optional.of(handles.bind(NUMBER, "h-1")), end), receipt));
    Answer<CodeDispatch> without =
        new Answer.Known<>(new CodeDispatch(Optional.empty(), end), receipt);
    assertThat(handles.bind(NUMBER, without)).isSameAs(without);
    Answer<CodeDispatch> unknown = new Answer.Unknown<>(Gap.NO_RECORD, receipt);
    assertThat(handles.bind(NUMBER, unknown)).isSameAs(unknown);
  }

  @Test
  void the_vendor_is_asked_with_its_own_handle_and_only_for_the_right_contact() {
    AtomicInteger asked = new AtomicInteger();
    String held = handles.bind(NUMBER, "h-1");
    Answer<CodeVerdict> accepted =
        new Answer.Known<>(CodeVerdict.ACCEPTED, Receipt.unsent("main", "other", Instant.EPOCH));
    assertThat(check(NUMBER, Optional.of(held), Optional.of("h-1"), accepted, asked))
        .isSameAs(accepted);
    assertThat(check(NUMBER, Optional.empty(), Optional.empty(), accepted, asked))
        .isSameAs(accepted);
    assertThat(asked).hasValue(2);
    PhoneNumber other = PhoneNumber.of("+8613900139001");
    assertThat(check(other, Optional.of(held), Optional.of("h-1"), accepted, asked))
        .isEqualTo(
            new Answer.Known<>(CodeVerdict.REJECTED, Receipt.unsent("main", "check", time.now())));
    assertThat(asked).hasValue(2);
  }

  private Answer<CodeVerdict> check(
      Contact contact,
      Optional<String> held,
      Optional<String> expected,
      Answer<CodeVerdict> answer,
      AtomicInteger asked) {
    return handles.open(
        new CodeClaim(contact, Sensitive.of("123456"), held),
        "check",
        handle -> {
          asked.incrementAndGet();
          assertThat(handle).isEqualTo(expected);
          return answer;
        });
  }
}
