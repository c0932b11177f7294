package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.CheckType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base of numbers, each held since a day of its own, of which some have changed hands. */
class BulkRunRecycledTest {
  private final Sandbox sandbox = Sandbox.start(new AlibabaVendor());
  @TempDir private Path directory;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Config config() {
    return ConfigFactory.parseString(
        """
        telproof.providers.ali {
          type = alibaba
          endpoint = "%s"
          access-key-id = "%s"
          access-key-secret = "%s"
        }
        """
            .formatted(
                sandbox.endpoint(),
                AlibabaVendor.CREDENTIALS.accessKeyId(),
                AlibabaVendor.CREDENTIALS.accessKeySecret()));
  }

  @Test
  void each_row_is_asked_with_the_day_that_stands_in_it() throws Exception {
    Path in =
        Files.writeString(
            directory.resolve("in.csv"),
            """
            customer,number,heldSince
            a,+8613800138000,2024-05-01
            b,+8613800138010,2019-12-31
            c,+8613800138020,last year
            """);
    Path out = directory.resolve("out.csv");
    BulkRun.of(CheckType.RECYCLED_NUMBER, InputTable.of(in), out).inFlight(1).run(config());
    assertThat(Files.readAllLines(out))
        .anySatisfy(line -> assertThat(line).startsWith("line,customer,answer,recycling,"))
        .anySatisfy(line -> assertThat(line).startsWith("2,a,known,SAME_HOLDER,"))
        .anySatisfy(line -> assertThat(line).startsWith("3,b,known,RECYCLED,"))
        .hasSize(3);
    assertThat(Files.readAllLines(directory.resolve("out.csv.rejected.csv")).get(1))
        .contains("heldSince: expected a day, as 2024-05-01")
        .doesNotContain("last year");
    assertThat(sandbox.heard())
        .extracting(heard -> heard.fields().get("RegisterDate"))
        .containsExactly("20240501", "20191231");
  }
}
