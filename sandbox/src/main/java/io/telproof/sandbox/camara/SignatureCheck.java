package io.telproof.sandbox.camara;

import io.telproof.sandbox.SignatureReport.Part;
import io.telproof.sandbox.SignatureReport.Source;
import io.telproof.sandbox.internal.signature.Mask;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies the signature of one JWT, and of a wrong one finds what it was made of: with which key,
 * in which way, over which bytes. At most {@value #MOST} verifications.
 */
final class SignatureCheck {

  private static final int MOST = 300;

  /** Of a JWT that is searched, in characters. */
  private static final int LONGEST = 16_384;

  private static final String INPUT = "header.claims in base64url, as sent";

  private final Jwt jwt;
  private final String issuer;

  /** The issuer as it may be shown. */
  private final String who;

  private final Clients clients;
  private final Optional<ClientKey> key;
  private final boolean good;
  private final Map<String, byte[]> inputs;
  private final Optional<Made> made;
  private int tried;

  /** How a signature was made. */
  private record Made(String input, String way, String signer) {}

  SignatureCheck(String compact, Jwt jwt, Clients clients) {
    this.jwt = jwt;
    this.clients = clients;
    this.issuer = jwt.text("iss");
    this.who = clients.known(issuer).isPresent() ? issuer : Mask.id(issuer);
    this.key = clients.publicKey(issuer);
    this.good = key.filter(each -> each.signed(jwt)).isPresent();
    this.inputs = inputs(compact);
    this.made = good || compact.length() > LONGEST ? Optional.empty() : search();
  }

  /** What may have been signed, the right thing first. */
  private static Map<String, byte[]> inputs(String compact) {
    String[] parts = compact.split("\\.", -1);
    String text = parts[0] + '.' + parts[1];
    byte[] header = Base64.getUrlDecoder().decode(parts[0]);
    byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
    Base64.Encoder bare = Base64.getUrlEncoder().withoutPadding();
    Map<String, byte[]> inputs = new LinkedHashMap<>();
    inputs.put(INPUT, ascii(text));
    add(
        inputs,
        "header.claims in base64url with = at the end",
        ascii(
            Base64.getUrlEncoder().encodeToString(header)
                + '.'
                + Base64.getUrlEncoder().encodeToString(claims)));
    add(
        inputs,
        "header.claims in base64url without = at the end",
        ascii(bare.encodeToString(header) + '.' + bare.encodeToString(claims)));
    add(
        inputs,
        "header.claims in plain base64",
        ascii(
            Base64.getEncoder().encodeToString(header)
                + '.'
                + Base64.getEncoder().encodeToString(claims)));
    add(inputs, "the claims in base64url, without the header", ascii(parts[1]));
    add(inputs, "the JSON of the claims", claims);
    add(
        inputs,
        "the JSON of header and claims, not encoded",
        concatenated(header, ".".getBytes(StandardCharsets.US_ASCII), claims));
    byte[] digest = sha256(ascii(text));
    add(inputs, "the SHA-256 of header.claims, hashed once more", digest);
    add(
        inputs,
        "the SHA-256 of header.claims as hex text",
        ascii(HexFormat.of().formatHex(digest)));
    return inputs;
  }

  private static void add(Map<String, byte[]> inputs, String name, byte[] bytes) {
    if (inputs.values().stream().noneMatch(known -> MessageDigest.isEqual(known, bytes))) {
      inputs.put(name, bytes);
    }
  }

  private Optional<Made> search() {
    for (Map.Entry<String, byte[]> input : inputs.entrySet()) {
      Optional<Made> found =
          key.flatMap(own -> byKey(input, own, issuer)).or(() -> bySecret(input));
      for (Map.Entry<String, ClientKey> other : clients.publicKeys().entrySet()) {
        found = found.or(() -> byKey(input, other.getValue(), other.getKey()));
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Made> byKey(Map.Entry<String, byte[]> input, ClientKey signer, String client) {
    List<String> ways =
        signer.algorithm().equals("RS256")
            ? List.of("SHA256withRSA", "SHA384withRSA", "SHA512withRSA", "SHA1withRSA", "PS256")
            : List.of(
                "SHA256withECDSAinP1363Format",
                "SHA256withECDSA",
                "SHA384withECDSAinP1363Format",
                "SHA512withECDSAinP1363Format",
                "SHA1withECDSA");
    return ways.stream()
        .filter(way -> verified(way, signer, input.getValue()))
        .map(way -> new Made(input.getKey(), way, "the key of " + client))
        .findFirst();
  }

  private boolean verified(String way, ClientKey signer, byte[] input) {
    if (tried++ >= MOST) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(way.equals("PS256") ? "RSASSA-PSS" : way);
      if (way.equals("PS256")) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initVerify(signer.key());
      signature.update(input);
      return signature.verify(jwt.signature());
    } catch (SignatureException | InvalidKeyException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot verify " + way, e);
    }
  }

  private Optional<Made> bySecret(Map.Entry<String, byte[]> input) {
    List<String> secrets = new ArrayList<>();
    clients.known(issuer).map(CamaraCredentials::clientSecret).ifPresent(secrets::add);
    clients.known(issuer).flatMap(CamaraCredentials::publicKey).ifPresent(secrets::add);
    return secrets.stream()
        .filter(secret -> !secret.isEmpty())
        .filter(secret -> MessageDigest.isEqual(hmac(secret, input.getValue()), jwt.signature()))
        .map(
            secret ->
                new Made(
                    input.getKey(),
                    "HS256",
                    secrets.indexOf(secret) == 0 ? "the client secret" : "the public key's text"))
        .findFirst();
  }

  /** Adds what the header says. */
  void header(List<Part> parts) {
    String algorithm = shown(jwt.header("alg"));
    boolean right = wanted().contains(jwt.header("alg"));
    String vendors = right ? algorithm : String.join(" or ", wanted());
    parts.add(new Part("alg", vendors, algorithm, Source.SENT));
    String keyId = Mask.word(jwt.header("kid"));
    parts.add(new Part("kid", keyId, keyId, Source.SENT));
  }

  /** Adds what is signed, and whose key it is verified by. */
  void signature(List<Part> parts) {
    Optional<String> input = good ? Optional.of(INPUT) : made.map(Made::input);
    Source source = input.isPresent() ? Source.FITTED : Source.UNKNOWN;
    parts.add(new Part("signing input", INPUT, input.orElse(""), source));
    parts.add(
        new Part(
            "SHA-256 of the signing input", hex(INPUT), input.map(this::hex).orElse(""), source));
    String right = "good by the key of %s (%s)".formatted(who, String.join(" or ", wanted()));
    String sent =
        made.map(each -> "good by %s (%s)".formatted(each.signer(), name(each.way())))
            .orElse("good by no key here");
    parts.add(
        new Part(
            "signature",
            right,
            good ? right : sent,
            good || made.isPresent() ? Source.FITTED : Source.SENT));
  }

  private List<String> wanted() {
    return key.map(each -> List.of(each.algorithm())).orElse(List.of("RS256", "ES256"));
  }

  private static String shown(String algorithm) {
    return algorithm.matches("[A-Za-z0-9]{1,12}") ? algorithm : Mask.value(algorithm);
  }

  /** What is wrong with algorithm or signature; empty where nothing is. */
  Optional<String> finding() {
    if (good) {
      return Optional.empty();
    }
    String wanted = String.join(" or ", wanted());
    String algorithm = jwt.header("alg");
    List<String> said = new ArrayList<>();
    if (!wanted().contains(algorithm)) {
      said.add(
          "%s, and the key that %s registered is for %s. Write that, and sign so."
              .formatted(
                  algorithm.isEmpty() ? "There is no alg" : "alg is " + shown(algorithm),
                  who,
                  wanted));
    }
    made.ifPresent(each -> said.addAll(sentences(each, wanted)));
    if (said.isEmpty() && made.isEmpty()) {
      said.add(
          ("The signature is not by the key that %s registered, nor by another key here. Compare the"
                  + " public key of the program's private key with the registered one; and sign the"
                  + " very text that is sent.")
              .formatted(who));
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
  }

  private List<String> sentences(Made found, String wanted) {
    List<String> said = new ArrayList<>();
    if (!found.input().equals(INPUT)) {
      said.add(
          ("The signature is over %s. Sign the text header.claims as it is sent: both in base64url,"
                  + " without = at the end.")
              .formatted(found.input()));
    }
    if (found.way().equals("SHA256withECDSA")) {
      said.add(
          "The signature is in DER. ES256 wants r and s side by side, 32 bytes each: in Java"
              + " SHA256withECDSAinP1363Format.");
    } else if (found.way().equals("HS256")) {
      said.add(
          "The signature is an HMAC with %s. Sign with the private key, by %s."
              .formatted(found.signer(), wanted));
    } else if (!name(found.way()).equals(wanted)) {
      said.add("The signature is by %s. Sign by %s.".formatted(name(found.way()), wanted));
    }
    String own = "the key of " + issuer;
    if (!found.way().equals("HS256") && !found.signer().equals(own)) {
      said.add(
          "The signature is by %s, and iss is %s. Sign with the private key of the client in iss."
              .formatted(found.signer(), who));
    }
    return said;
  }

  private static String name(String way) {
    return switch (way) {
      case "SHA256withRSA" -> "RS256";
      case "SHA384withRSA" -> "RS384";
      case "SHA512withRSA" -> "RS512";
      case "SHA256withECDSAinP1363Format" -> "ES256";
      case "SHA256withECDSA" -> "ES256 in DER";
      case "SHA384withECDSAinP1363Format" -> "ECDSA with SHA-384";
      case "SHA512withECDSAinP1363Format" -> "ECDSA with SHA-512";
      case "SHA1withRSA" -> "RSA with SHA-1";
      case "SHA1withECDSA" -> "ECDSA with SHA-1 in DER";
      default -> way;
    };
  }

  private String hex(String input) {
    return HexFormat.of().formatHex(sha256(inputs.getOrDefault(input, new byte[0])));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] concatenated(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static byte[] hmac(String secret, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }
}
