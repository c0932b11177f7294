package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.CheckType;
import io.telproof.spi.ClaimPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of persons, of whom a vendor is told no more than is to be compared. */
class BulkRunIdentityTest {
  private static final String PERSON = "+8613800138000,\u674e\u56db,110101199003070000,r";

  private final Sandbox sandbox = Sandbox.start(new AlibabaVendor(), new TwilioVendor());
  @TempDir private Path directory;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Config config() {
    return ConfigFactory.parseMap(
        Map.of(
            "telproof.providers.ali.type",
            "alibaba",
            "telproof.providers.ali.endpoint",
            sandbox.endpoint().toString(),
            "telproof.providers.ali.access-key-id",
            AlibabaVendor.CREDENTIALS.accessKeyId(),
            "telproof.providers.ali.access-key-secret",
            AlibabaVendor.CREDENTIALS.accessKeySecret(),
            "telproof.providers.us.type",
            "twilio",
            "telproof.providers.us.endpoint",
            sandbox.endpoint().toString(),
            "telproof.providers.us.key-sid",
            TwilioVendor.CREDENTIALS.sid(),
            "telproof.providers.us.key-secret",
            TwilioVendor.CREDENTIALS.secret(),
            "telproof.routes.identity-match",
            List.of("ali", "us")));
  }

  private Path out() {
    return directory.resolve("out.csv");
  }

  private BulkRun run(String... lines) throws IOException {
    Path in = Files.writeString(directory.resolve("in.csv"), String.join("\n", lines) + "\n");
    return BulkRun.of(CheckType.IDENTITY_MATCH, InputTable.of(in), out()).inFlight(1);
  }

  @Test
  void a_name_alone_is_asked_about_by_its_own_operation_and_no_identity_number_leaves()
      throws Exception {
    run("number,name,idNumber,ref", PERSON).compare(Set.of()).run(config());
    assertThat(sandbox.heard())
        .singleElement()
        .satisfies(heard -> assertThat(heard.operation()).isEqualTo("Mobile2MetaVerify"))
        .satisfies(
            heard -> assertThat(heard.fields().toString()).doesNotContain("110101199003070000"));
  }

  @Test
  void what_could_be_compared_and_is_not_is_not_copied_into_the_output_either() throws Exception {
    run("number,name,idNumber,ref", PERSON).compare(Set.of()).run(config());
    assertThat(Files.readString(out()))
        .startsWith("line,ref,answer,")
        .contains("2,r,known,MATCH,")
        .doesNotContain("110101199003070000");
  }

  @Test
  void the_parts_of_a_name_and_the_day_of_birth_go_to_a_vendor_that_compares_them()
      throws Exception {
    run(
            "number,name,givenName,familyName,birthDate",
            "+12015550100,Ann Lee,Ann,Lee,1990-01-31",
            "+12015550100,Ann Lee,Ann,Lee,1990-02-01",
            "+12025550100,Ann Lee,Ann,Lee,31.1.1990")
        .compare(Set.of(ClaimPart.NAME_PARTS, ClaimPart.BIRTH_DATE))
        .run(config());
    assertThat(sandbox.heard())
        .extracting(
            heard -> heard.fields().get("FirstName"),
            heard -> heard.fields().get("LastName"),
            heard -> heard.fields().get("DateOfBirth"))
        .as("two days are two questions")
        .containsExactly(tuple("Ann", "Lee", "19900131"), tuple("Ann", "Lee", "19900201"));
    assertThat(Files.readString(directory.resolve("out.csv.rejected.csv")))
        .contains("birthDate: expected a day, as 2024-05-01")
        .doesNotContain("31.1.1990");
  }

  @Test
  void a_plan_tells_the_operation_and_the_price_of_what_is_compared() throws Exception {
    BulkRun both = run("number,name,idNumber,ref", PERSON);
    assertThat(both.plan(config()).operation()).isEqualTo("Mobile3MetaDetailVerify");
    assertThat(both.compare(Set.of()).plan(config()).operation()).isEqualTo("Mobile2MetaVerify");
    BulkPlan parts =
        run("number,name,givenName,familyName", "+12015550100,Ann Lee,Ann,Lee")
            .compare(Set.of(ClaimPart.NAME_PARTS))
            .plan(config());
    assertThat(parts.operation()).isEqualTo("identity_match");
    assertThat(sandbox.heard()).isEmpty();
  }

  @Test
  void a_run_goes_on_with_what_it_compared_at_first_and_with_nothing_else() throws Exception {
    run("number,name,idNumber,ref", PERSON).compare(Set.of()).run(config());
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> run("number,name,idNumber,ref", PERSON).run(config()))
        .withMessageStartingWith("this run was begun with other parts to compare: ");
    assertThat(run("number,name,idNumber,ref", PERSON).compare(Set.of()).run(config()).isFinished())
        .isTrue();
    assertThat(sandbox.heard()).hasSize(1);
  }

  @Test
  void a_part_that_is_not_compared_has_no_column() throws Exception {
    Path in = Files.writeString(directory.resolve("in.csv"), "number,name,id\n");
    InputTable table = InputTable.of(in).withColumn("idNumber", "id");
    BulkRun run = BulkRun.of(CheckType.IDENTITY_MATCH, table, out()).compare(Set.of());
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> run.run(config()))
        .withMessage(
            "a column is said for a part that this question does not have; its parts are number,"
                + " name");
  }

  @Test
  void a_person_who_is_no_claim_is_rejected_without_what_was_written() throws Exception {
    run("number,name,idNumber", "+8613800138000,\u200b,7").run(config());
    assertThat(Files.readString(directory.resolve("out.csv.rejected.csv")))
        .contains("the parts of the person: ");
    assertThat(sandbox.heard()).isEmpty();
  }

  @Test
  void a_part_of_another_check_is_refused() throws Exception {
    BulkRun run = run("number,name,idNumber", PERSON);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.compare(Set.of(ClaimPart.PURCHASE_CODE)))
        .withMessage(
            "purchase code is no part of identity-match; expected id number, name parts, birth"
                + " date");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.monthsOfInterest(6))
        .withMessage("only tenure has months of interest, but this run asks identity-match");
    BulkRun tenure = BulkRun.of(CheckType.TENURE, InputTable.of(out()), out());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tenure.compare(Set.of()))
        .withMessage("only identity-match has parts to compare, but this run asks tenure");
  }
}
