package io.telproof.sandbox.meta.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.Business;
import com.facebook.ads.sdk.WhatsAppBusinessPreVerifiedPhoneNumber;
import com.facebook.ads.sdk.WhatsAppBusinessPreVerifiedPhoneNumber.EnumCodeVerificationStatus;
import com.google.gson.JsonObject;
import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.PhoneNumber;
import io.telproof.PreValidatedClaim;
import io.telproof.PreValidatedId;
import io.telproof.client.Telproof;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.meta.MetaSettings;
import io.telproof.sandbox.meta.MetaVendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the vendor's own client asks of the sandbox and reads out of its answers. */
final class MetaSdkTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+8613800138000");

  private final Sandbox sandbox =
      Sandbox.start(new MetaVendor(MetaSettings.defaults().proofRequired(true)));
  private final Business business =
      MetaSdk.business(sandbox, MetaVendor.CREDENTIALS.token(), MetaVendor.APP_SECRET);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_number_of_the_pool_is_found_with_the_id_that_our_provider_reads() throws APIException {
    APINodeList<WhatsAppBusinessPreVerifiedPhoneNumber> found = find(business);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).getFieldPhoneNumber()).isEqualTo("+86 138-0013-8000");
    assertThat(found.get(0).getFieldCodeVerificationStatus())
        .isEqualTo(EnumCodeVerificationStatus.VALUE_VERIFIED);
    assertThat(ask()).isEqualTo(found.get(0).getFieldId());
  }

  private static APINodeList<WhatsAppBusinessPreVerifiedPhoneNumber> find(Business business)
      throws APIException {
    return business
        .getPreVerifiedNumbers()
        .setPhoneNumber(GOOD.e164())
        .requestIdField()
        .requestPhoneNumberField()
        .requestCodeVerificationStatusField()
        .setParam("limit", 100)
        .execute();
  }

  private String ask() {
    try (Telproof telproof =
        Telproof.open(
            ConfigFactory.parseMap(
                Map.of(
                    "telproof.providers.main",
                    Map.of(
                        "type",
                        "meta",
                        "business-id",
                        MetaVendor.BUSINESS_ID,
                        "access-token",
                        MetaVendor.CREDENTIALS.token(),
                        "app-secret",
                        MetaVendor.APP_SECRET,
                        "endpoint",
                        sandbox.endpoint().toString()))))) {
      Answer<PreValidatedId> answer =
          telproof.preValidatedNumber().check(PreValidatedClaim.of(GOOD));
      return ((Answer.Known<PreValidatedId>) answer).value().id();
    }
  }

  @Test
  void our_provider_says_the_same_as_the_SDK() throws APIException {
    find(business);
    ask();

    List<ReceivedRequest> heard = sandbox.heard();
    assertThat(heard).hasSize(2);
    assertThat(heard.get(0).signatureGood()).isTrue();
    assertThat(heard.get(0).fields()).containsKeys("phone_number", "fields", "limit");
    assertThat(heard.get(1)).isEqualTo(heard.get(0));
  }

  @Test
  void the_pool_is_read_page_by_page() throws APIException {
    APINodeList<WhatsAppBusinessPreVerifiedPhoneNumber> first =
        business.getPreVerifiedNumbers().requestIdField().execute();
    List<String> ids = ids(first);
    List<String> next = ids(first.nextPage());

    assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    assertThat(next).hasSize(25).doesNotHaveDuplicates().doesNotContainAnyElementsOf(ids);
  }

  private static List<String> ids(APINodeList<WhatsAppBusinessPreVerifiedPhoneNumber> page) {
    List<String> ids = new ArrayList<>();
    page.getRawResponseAsJsonObject()
        .getAsJsonArray("data")
        .forEach(each -> ids.add(each.getAsJsonObject().get("id").getAsString()));
    return ids;
  }

  @Test
  void what_is_refused_is_an_error_with_a_code() {
    assertThat(refusal(MetaVendor.REVOKED_CREDENTIALS.token(), MetaVendor.APP_SECRET))
        .isEqualTo("190 467");
    assertThat(refusal(MetaVendor.CREDENTIALS.token(), "another-secret")).isEqualTo("100 null");
  }

  private String refusal(String token, String appSecret) {
    APIException e =
        catchThrowableOfType(
            APIException.class, () -> find(MetaSdk.business(sandbox, token, appSecret)));
    JsonObject error = e.getRawResponseAsJsonObject().getAsJsonObject("error");
    return error.get("code").getAsInt() + " " + error.get("error_subcode");
  }
}
