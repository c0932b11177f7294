package io.telproof.examples.beacon;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.Sensitive;
import io.telproof.examples.acme.InterposedMutant;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorRequest;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.Authorizer;
import io.telproof.spi.http.Grant;
import io.telproof.spi.http.oauth.JwtBearerGrant;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Beacon as it would be with a token about each person, asked for with a private key. */
final class PersonalHarness extends BeaconHarness {
  private static final KeyPair KEYS = keys();

  PersonalHarness() {
    this(fields -> String.valueOf(fields.get("phone")));
  }

  /** With tokens about whomever this makes of a question. */
  PersonalHarness(Function<Map<String, ?>, String> person) {
    super(
        (name, settings, environment) ->
            new BeaconApi(name, settings, environment) {
              @Override
              Authorizer authorizer(BeaconSettings of) {
                return new JwtBearerGrant(of.tokenAddress(), Optional.empty());
              }

              @Override
              Grant grant(String scope, Map<String, ?> fields) {
                return super.grant(scope, fields)
                    .about(Sensitive.of("tel:" + person.apply(fields)));
              }
            },
        InterposedMutant.HONEST,
        Set.of(CheckType.TENURE));
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has EC", e);
    }
  }

  @Override
  public BeaconHarness mended() {
    return new PersonalHarness();
  }

  @Override
  public String provider() {
    return "of Beacon with a token about each person";
  }

  @Override
  public List<String> secrets() {
    return List.of(
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
  }

  /** A private key is never sent. */
  @Override
  public List<String> neverSent() {
    return secrets();
  }

  @Override
  public Vendor vendor() {
    return new BeaconVendor() {
      @Override
      Map<String, String> asked(VendorRequest request, Map<String, String> form) {
        String assertion = form.getOrDefault("assertion", "");
        return isSigned(assertion) ? read(assertion) : Map.of();
      }
    };
  }

  private static boolean isSigned(String assertion) {
    int end = assertion.lastIndexOf('.');
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(KEYS.getPublic());
      signature.update(assertion.substring(0, end).getBytes(UTF_8));
      return signature.verify(Base64.getUrlDecoder().decode(assertion.substring(end + 1)));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Map<String, String> read(String assertion) {
    try {
      JsonNode claims =
          new ObjectMapper().readTree(Base64.getUrlDecoder().decode(assertion.split("\\.", -1)[1]));
      return Map.of(
          "scope", claims.path("scope").asText(),
          "person", claims.path("sub").asText().replaceFirst("tel:", ""));
    } catch (IOException e) {
      throw new IllegalStateException("an assertion has claims in JSON", e);
    }
  }
}
