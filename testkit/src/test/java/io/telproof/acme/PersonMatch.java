package io.telproof.acme;

import static io.telproof.Charge.CHARGED;
import static io.telproof.Charge.FREE;
import static io.telproof.Charge.UNSTATED;
import static io.telproof.IdentityVerdict.Attribute.ID_NUMBER;
import static io.telproof.IdentityVerdict.Attribute.NAME;
import static io.telproof.spi.Row.documented;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Carrier;
import io.telproof.Gap;
import io.telproof.IdentityClaim;
import io.telproof.IdentityMatch;
import io.telproof.IdentityVerdict;
import io.telproof.spi.CodeTable;
import io.telproof.spi.JsonObject;
import io.telproof.spi.Limit;
import io.telproof.spi.Meaning;
import io.telproof.spi.Reply;
import java.util.Map;
import java.util.Set;

/** Whether number, name and identity number belong together. */
final class PersonMatch implements IdentityMatch, Operation<IdentityVerdict> {
  private static final CodeTable<IdentityVerdict> CODES =
      CodeTable.<IdentityVerdict>of(
              documented("ok", CHARGED, "data.verdict tells", Meaning.readOn()),
              documented(
                  "no-number",
                  CHARGED,
                  "the number does not exist",
                  Meaning.lacks(Gap.NO_SUCH_NUMBER)),
              documented("no-record", FREE, "nothing on file", Meaning.lacks(Gap.NO_RECORD)),
              documented("withheld", UNSTATED, "not told", Meaning.lacks(Gap.UNDISCLOSED)))
          .and(CommonCodes.rows());

  private static final CodeTable<IdentityVerdict> VERDICTS =
      CodeTable.of(
          documented(
              "same", CHARGED, "all agree", Meaning.is(IdentityVerdict.match(Carrier.UNKNOWN))),
          documented(
              "other",
              CHARGED,
              "they do not",
              Meaning.is(IdentityVerdict.mismatch(Carrier.UNKNOWN))),
          documented(
              "other-name",
              CHARGED,
              "the name differs",
              Meaning.is(IdentityVerdict.mismatch(Set.of(NAME), Carrier.UNKNOWN))),
          documented(
              "other-id",
              CHARGED,
              "the identity number differs",
              Meaning.is(IdentityVerdict.mismatch(Set.of(ID_NUMBER), Carrier.UNKNOWN))));

  private final AcmeApi api;

  PersonMatch(AcmeApi api) {
    this.api = api;
  }

  @Override
  public Answer<IdentityVerdict> check(IdentityClaim claim, CallContext context) {
    Map<String, String> person =
        Map.of("name", claim.name().reveal(), "idNumber", claim.idNumber().reveal());
    return api.ask(this, claim.number(), person, context);
  }

  @Override
  public Answer<IdentityVerdict> read(JsonObject data, Reply ok) {
    return VERDICTS.decide(
        data.text("verdict").orElseThrow(() -> ok.incoherent("is billed but has no verdict")), ok);
  }

  @Override
  public String name() {
    return "person-match";
  }

  @Override
  public Limit limit() {
    return Limit.perSecond(5);
  }

  @Override
  public CodeTable<IdentityVerdict> codes() {
    return CODES;
  }
}
