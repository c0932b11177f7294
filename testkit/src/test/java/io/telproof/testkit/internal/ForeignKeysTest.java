package io.telproof.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.oauth.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignKeysTest {
  @ParameterizedTest
  @CsvSource({"RSA, 2048, RS256", "EC, 256, ES256"})
  void a_private_key_is_replaced_by_another_of_its_kind(String kind, int bits, String algorithm)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(bits);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    String own =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n";
    Credentials foreign = ForeignKeys.of("nobodys", List.of("an id", own));
    assertThat(foreign.secret().reveal()).isNotEqualTo(own);
    assertThat(SigningKey.of(foreign.secret().reveal()).algorithm()).isEqualTo(algorithm);
  }

  @Test
  void what_is_no_private_key_is_replaced_by_a_text_of_its_own_for_each_word() {
    Credentials nobodys = ForeignKeys.of("nobodys", List.of("secret"));
    assertThat(nobodys).isNotEqualTo(ForeignKeys.of("anothers", List.of("secret")));
    assertThat(nobodys.secret().reveal()).isNotEqualTo("secret");
  }
}
