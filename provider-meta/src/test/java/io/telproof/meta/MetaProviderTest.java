package io.telproof.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.PreValidatedId;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.meta.MetaCredentials;
import io.telproof.sandbox.meta.MetaSettings;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.time.Time;
import io.telproof.testkit.CapturedLogs;
import io.telproof.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

/** How Meta is asked, on the wire: for a number, and page by page. */
final class MetaProviderTest {
  private static final PhoneNumber GOOD = PhoneNumber.of(Scenario.PLAIN_GOOD.phoneNumber(0));
  private static final PhoneNumber ABSENT = PhoneNumber.of(Scenario.NO_RECORD.phoneNumber(0));

  /** On the third page, where pages have 50 numbers. */
  private static final PhoneNumber FAR =
      PhoneNumber.of(Scenario.HISTORIC_ID_DIFFERS.phoneNumber(3));

  private static final Map<String, ?> WHOLE_POOL = Map.of("wholePool", true);

  private static MetaVendor pages(int numbers) {
    return new MetaVendor(
        MetaSettings.defaults().limits(10_000, 10_000).largestPage(numbers).proofRequired(true));
  }

  @Test
  void the_pool_is_asked_for_the_number_and_a_purchase_code_is_kept() {
    try (Account account = Account.open(pages(100), Map.of("version", "v25.0"))) {
      account
          .provider
          .preValidatedNumber()
          .orElseThrow()
          .check(PreValidatedClaim.of(GOOD, "90817263"));
      assertThat(account.requests).singleElement().extracting("method").isEqualTo("GET");
      assertThat(account.requests.get(0).target())
          .startsWith(
              "/v25.0/"
                  + MetaVendor.BUSINESS_ID
                  + "/preverified_numbers?phone_number=%2B8613800138000&fields=")
          .doesNotContain("90817263", "after=", "access_token");
      assertThat(account.sandbox.heard().get(0).fields())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "phone_number", "+8613800138000",
                  "fields", "id,phone_number,code_verification_status",
                  "limit", "100"));
    }
  }

  @Test
  void one_page_that_has_the_number_is_one_request_and_no_earlier_attempt() {
    try (Account account = Account.open(pages(100), Map.of())) {
      Answer<PreValidatedId> answer = account.ask(GOOD);
      assertThat(((Answer.Known<PreValidatedId>) answer).value())
          .isEqualTo(
              new PreValidatedId("574" + "00" + "8613800138000", Optional.of("+86 138-0013-8000")));
      assertThat(answer.receipt().earlier()).isEmpty();
      assertThat(answer.receipt().requestId()).isPresent();
      assertThat(account.requests).hasSize(1);
    }
  }

  @Test
  void the_whole_pool_is_read_without_the_number_until_it_is_found() {
    AtomicInteger permits = new AtomicInteger();
    RateLimiter counting =
        within -> {
          permits.incrementAndGet();
          return RateLimiter.none().acquire(within);
        };
    try (Account account =
        Account.open(
            pages(50),
            WHOLE_POOL,
            Account.environment(Time.system(), counting, Optional.empty()))) {
      Answer<PreValidatedId> answer = account.ask(FAR);
      assertThat(Outcome.of(() -> answer)).endsWith("UNSTATED VERIFIED");
      assertThat(account.requests).hasSizeGreaterThan(2);
      assertThat(permits).hasValue(account.requests.size());
      assertThat(answer.receipt().earlier())
          .hasSize(account.requests.size() - 1)
          .allSatisfy(
              page -> {
                assertThat(page.charge()).isEqualTo(Charge.UNSTATED);
                assertThat(page.provider()).isEqualTo("main");
                assertThat(page.operation()).isEqualTo("preverified_numbers");
                assertThat(page.failure()).isEmpty();
                assertThat(page.reason()).doesNotContain(FAR.e164().substring(4));
              });
      List<String> cursors = new ArrayList<>();
      account.requests.forEach(
          request -> {
            assertThat(request.target())
                .contains("code_verification_status=VERIFIED", "limit=100")
                .doesNotContain("phone_number=", FAR.e164().substring(3));
            cursors.add(request.target().replaceFirst(".*after=", "").replaceFirst("&.*", ""));
          });
      assertThat(cursors).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_number_that_no_page_has_is_no_record_after_the_last_one() {
    try (Account account = Account.open(pages(100), WHOLE_POOL)) {
      Answer<PreValidatedId> answer = account.ask(ABSENT);
      assertThat(Outcome.of(() -> answer)).isEqualTo("NO_RECORD UNSTATED -");
      assertThat(answer.receipt().earlier()).hasSize(account.requests.size() - 1);
      assertThat(account.requests).hasSizeBetween(3, 9);
    }
  }

  @Test
  void ten_pages_are_read_and_no_more_and_then_nothing_is_said_of_the_number() {
    try (Account account = Account.open(pages(10), WHOLE_POOL)) {
      assertThatThrownBy(() -> account.ask(ABSENT))
          .isInstanceOfSatisfying(
              VerificationException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(FailureKind.ACCOUNT);
                assertThat(e.charge()).isEqualTo(Charge.UNSTATED);
                assertThat(e.earlier()).hasSize(9);
              });
      assertThat(account.requests).hasSize(10);
    }
  }

  @Test
  void a_page_that_is_lost_is_not_asked_for_again_and_those_before_it_are_told() {
    try (Account account =
        Account.spoilt(
            pages(50),
            WHOLE_POOL,
            1,
            reply -> reply.meeting(Optional.of(Fault.RESET_BEFORE_REPLY)))) {
      assertThatThrownBy(() -> account.ask(ABSENT))
          .isInstanceOfSatisfying(
              VerificationException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(FailureKind.INDETERMINATE);
                assertThat(e.earlier())
                    .extracting(Attempt::charge)
                    .containsExactly(Charge.UNSTATED);
              });
      assertThat(account.requests).hasSize(2);
    }
  }

  /** Each permit takes four seconds of the ten that the question has. */
  @Test
  void all_pages_share_the_time_of_the_one_question() {
    VirtualTime time = VirtualTime.at(Instant.parse("2026-03-01T12:00:00Z"));
    List<Duration> patience = new CopyOnWriteArrayList<>();
    RateLimiter slow =
        within -> {
          patience.add(within);
          time.advance(Duration.ofSeconds(4));
          return RateLimiter.none().acquire(within);
        };
    try (Account account =
        Account.open(pages(10), WHOLE_POOL, Account.environment(time, slow, Optional.empty()))) {
      assertThatThrownBy(() -> account.ask(ABSENT, CallContext.within(Duration.ofSeconds(10))))
          .isInstanceOfSatisfying(
              VerificationException.class,
              e -> {
                // Whether the wait or the time itself was too short: nothing of the page was sent.
                assertThat(e.kind()).isIn(FailureKind.UNAVAILABLE, FailureKind.THROTTLED);
                assertThat(e.failure().reason()).contains("nothing was sent");
                assertThat(e.earlier()).hasSize(2);
                assertThat(e.isFree()).isFalse();
              });
      assertThat(account.requests).hasSize(2);
      assertThat(patience).hasSize(3);
      assertThat(patience.get(1)).isLessThanOrEqualTo(Duration.ofSeconds(6));
      assertThat(patience.get(2)).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }
  }

  /** It would lead to another host, where nobody listens to this test. */
  @Test
  void the_URL_of_the_next_page_is_not_followed() {
    try (Account account =
        Account.spoilt(
            pages(50),
            WHOLE_POOL,
            0,
            reply ->
                VendorReply.json(
                        200,
                        "{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"NTA\"},"
                            + "\"next\":\"http://127.0.0.1:9/elsewhere?after=eA\"}}",
                        reply.heard())
                    .with("x-fb-trace-id", "AbCdEfGhIjKlMnOpQrStUvW"))) {
      assertThat(Outcome.of(() -> account.ask(FAR))).endsWith("UNSTATED VERIFIED");
      assertThat(account.requests.get(1).target()).contains("after=NTA");
    }
  }

  @Test
  void a_wrong_app_secret_or_none_where_one_is_required_is_told_as_Meta_tells_it() {
    Map<String, Object> none = new HashMap<>();
    none.put("appSecret", null);
    for (Map<String, ?> settings : List.of(none, Map.of("appSecret", Sensitive.of("wrong")))) {
      try (Account account = Account.open(pages(100), settings)) {
        assertThat(Outcome.of(() -> account.ask(GOOD))).isEqualTo("INVALID_REQUEST FREE 100");
      }
    }
    try (Account account = Account.open(new MetaVendor(), none)) {
      assertThat(Outcome.of(() -> account.ask(GOOD))).endsWith("UNSTATED VERIFIED");
      assertThat(account.requests.get(0).target()).doesNotContain("appsecret_proof");
    }
  }

  @Test
  void another_business_is_the_operators_to_mend() {
    try (Account account = Account.open(pages(100), Map.of("businessId", "4711"))) {
      assertThat(Outcome.of(() -> account.ask(GOOD))).isEqualTo("ACCOUNT FREE 803");
    }
  }

  @Test
  void the_token_goes_with_each_request_and_another_one_once_it_has_changed() {
    Rotation current = new Rotation(MetaVendor.CREDENTIALS);
    MetaVendor vendor = pages(100);
    try (Account account = Account.open(vendor, current)) {
      assertThat(Outcome.of(() -> account.ask(GOOD))).endsWith("UNSTATED VERIFIED");
      vendor.keys().revoke(MetaVendor.CREDENTIALS.user());
      assertThat(Outcome.of(() -> account.ask(GOOD))).isEqualTo("UNAUTHORIZED FREE 190/467");
      current.set(MetaVendor.SECOND_CREDENTIALS);
      assertThat(Outcome.of(() -> account.ask(GOOD))).endsWith("UNSTATED VERIFIED");
      assertThat(account.requests.get(2).headers("Authorization"))
          .containsExactly("Bearer " + MetaVendor.SECOND_CREDENTIALS.token());
      current.set(new MetaCredentials("nobody", "EAAnobodys"));
      assertThat(Outcome.of(() -> account.ask(GOOD))).isEqualTo("UNAUTHORIZED FREE 190");
    }
  }

  /** The application's tokens, one after the other. */
  private static final class Rotation implements CredentialsSource {
    private volatile MetaCredentials token;

    Rotation(MetaCredentials first) {
      token = first;
    }

    void set(MetaCredentials next) {
      token = next;
    }

    @Override
    public Credentials current() {
      return Credentials.of(Sensitive.of(MetaVendor.BUSINESS_ID), Sensitive.of(token.token()));
    }
  }

  @Test
  void a_closed_provider_sends_nothing() {
    try (Account account = Account.open(pages(100), Map.of())) {
      account.provider.close();
      account.provider.close();
      assertThat(Outcome.of(() -> account.ask(GOOD))).isEqualTo("UNAVAILABLE FREE -");
      assertThat(account.requests).isEmpty();
    }
  }

  @Test
  void one_check_is_offered_for_numbers_of_any_country_and_no_price_is_known() {
    try (Account account = Account.open(pages(100), Map.of())) {
      assertThat(account.provider.offers())
          .extracting(
              offer ->
                  "%s %s, %s, billed: %s, %s"
                      .formatted(
                          offer.check().key(),
                          offer.operation(),
                          offer.limits(),
                          offer.billed(),
                          offer.coverage()))
          .containsExactly(
              "pre-validated-number preverified_numbers, 5/s, billed: not stated, any country");
    }
  }

  /** The URL holds the number: it is in no log of either side, and in no exception. */
  @Test
  void nothing_of_the_URL_is_written_anywhere() {
    PhoneNumber number = PhoneNumber.of("+12125557391");
    StringBuilder thrown = new StringBuilder();
    List<String> lines;
    try (CapturedLogs logs = CapturedLogs.open();
        Account account = Account.open(pages(100), Map.of())) {
      for (Fault fault :
          List.of(
              Fault.RESET_BEFORE_REPLY,
              Fault.HALF_REPLY,
              Fault.HTML_502,
              Fault.NOT_JSON_200,
              Fault.EMPTY_200,
              Fault.REDIRECT_307,
              Fault.DISCONNECT)) {
        account.sandbox.faults().next(fault);
        assertThatThrownBy(() -> account.ask(number))
            .satisfies(e -> thrown.append(Throwables.getStackTrace(e)));
      }
      thrown.append(account.ask(number));
      assertThat(account.sandbox.bill().json()).doesNotContain("5557391", "555-7391");
      assertThat(account.requests.toString()).doesNotContain("5557391");
      assertThat(account.sandbox.heard().toString()).doesNotContain("5557391");
      lines = logs.lines();
    }
    assertThat(lines).isNotEmpty();
    for (String secret :
        List.of(
            "5557391",
            "555-7391",
            MetaVendor.CREDENTIALS.token(),
            MetaVendor.APP_SECRET,
            "appsecret_proof=")) {
      assertThat(thrown).doesNotContain(secret);
      assertThat(lines).noneMatch(line -> line.contains(secret));
    }
  }
}
