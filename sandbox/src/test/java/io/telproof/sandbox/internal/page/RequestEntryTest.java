package io.telproof.sandbox.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Fault;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.SignatureReport;
import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.VendorReply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RequestEntryTest {
  private static final ReceivedRequest HEARD =
      new ReceivedRequest("acme", "Age", true, "13800138240", Map.of());
  private static final VendorReply REPLY = VendorReply.json(200, "{}", HEARD);

  private static JsonNode json(VendorReply reply, Optional<Fault> fault) {
    Bill.Line line =
        new Bill.Line(
            Instant.EPOCH, "acme", "Age", "id", "ok", Billing.UNSTATED, "138****8240", fault);
    try {
      return new ObjectMapper().readTree(RequestEntry.of(Instant.EPOCH, line, reply).json(7));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(VendorReply reply) {
    return json(reply, Optional.empty());
  }

  @Test
  void a_refusal_is_told_in_the_vendors_words() {
    JsonNode node = json(REPLY.refusing("The key is over."));
    assertThat(node.path("verdict").asText()).isEqualTo("refused");
    assertThat(node.path("refusal").asText()).isEqualTo("The key is over.");
    assertThat(node.path("number").asInt()).isEqualTo(7);
    assertThat(node.path("billing").asText()).isEqualTo("unstated");
  }

  @Test
  void a_spoilt_reply_is_told_as_such_whatever_the_vendor_said() {
    JsonNode node = json(REPLY.refusing("The key is over."), Optional.of(Fault.HTML_502));
    assertThat(node.path("verdict").asText()).isEqualTo("spoilt");
    assertThat(node.at("/fault/sentence").asText()).isEqualTo(Fault.HTML_502.sentence());
  }

  @Test
  void a_token_that_is_refused_is_a_refusal() {
    VendorReply token = VendorReply.json(200, "{}", HEARD.asTokenExchange());
    assertThat(json(token).path("verdict").asText()).isEqualTo("token");
    assertThat(json(token.refusing("no")).path("verdict").asText()).isEqualTo("refused");
  }

  @Test
  void what_happens_once_is_told_as_such_the_first_time_and_after() {
    for (Scenario played : List.of(Scenario.BUSY, Scenario.PLAIN_GOOD)) {
      assertThat(json(REPLY.playing(played)).at("/scenario/number").asText()).isEqualTo("24");
    }
    assertThat(json(REPLY.playing(Scenario.NOT_COVERED)).at("/scenario/name").asText())
        .isEqualTo("not-covered");
  }

  @Test
  void a_signature_is_told_part_by_part() {
    JsonNode node =
        json(
            REPLY.explained(
                new SignatureReport(
                    "ACME",
                    false,
                    "Sign the body.",
                    List.of(
                        new Part("body", "a", "b", Source.FITTED),
                        new Part("key", "c", "", Source.UNKNOWN)))));
    JsonNode signature = node.path("signature");
    assertThat(signature.path("finding").asText()).isEqualTo("Sign the body.");
    assertThat(signature.at("/parts/0/differs").asBoolean()).isTrue();
    assertThat(signature.at("/parts/0/source").asText()).isEqualTo("fitted");
    assertThat(signature.at("/parts/1/differs").asBoolean()).isFalse();
  }

  @Test
  void a_long_text_is_cut_and_a_difference_behind_the_cut_is_not_lost() {
    String same = "x".repeat(30_000);
    List<Part> parts =
        List.of(
            new Part("body", same + "a", same + "b", Source.SENT),
            new Part("copy", same, same, Source.SENT));
    JsonNode cut =
        json(REPLY.explained(new SignatureReport("ACME", false, "", parts))).at("/signature/parts");
    assertThat(cut.at("/0/computed").asText()).endsWith("x\n… cut, of 30001 characters");
    assertThat(cut.at("/0/client").asText()).endsWith("characters, which differs behind here");
    assertThat(cut.at("/0/differs").asBoolean()).isTrue();
    assertThat(cut.at("/1/differs").asBoolean()).isFalse();
    assertThat(cut.toString().length()).isLessThan(100_000);
  }
}
