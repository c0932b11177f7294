package io.telproof.spi.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Sha256Test {
  private static final int BLOCK = 64;

  /** The examples of FIPS 180 and the empty message. */
  @ParameterizedTest
  @CsvSource({
    "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
        + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  })
  void hashes_as_the_standard_shows(String message, String digest) {
    assertThat(Sha256.hex(message.getBytes(US_ASCII))).isEqualTo(digest);
  }

  @Test
  void hashes_a_million_times_the_letter_a_as_the_standard_shows() {
    byte[] message = repeated(0x61, 1_000_000);

    assertThat(Sha256.hex(message))
        .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }

  /** RFC 4231, test cases 1 to 4, 6 and 7. Its case 5 is of a truncated code. */
  @ParameterizedTest
  @CsvSource({
    "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 4869205468657265,"
        + " b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "4a656665, 7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
        + " 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,"
        + " dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
        + "dddddddddddddddddddddddddddddddd,"
        + " 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
    "0102030405060708090a0b0c0d0e0f10111213141516171819,"
        + " cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
        + "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd,"
        + " 82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
  })
  void makes_the_codes_of_the_rfc(String key, String message, String code) {
    assertThat(Sha256.hmacHex(HexFormat.of().parseHex(key), HexFormat.of().parseHex(message)))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "Test Using Larger Than Block-Size Key - Hash Key First,"
        + " 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    "'This is a test using a larger than block-size key and a larger than block-size data. The key"
        + " needs to be hashed before being used by the HMAC algorithm.',"
        + " 9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
  })
  void makes_the_codes_of_the_rfc_with_a_key_longer_than_a_block(String message, String code) {
    assertThat(Sha256.hmacHex(repeated(0xaa, 131), message.getBytes(US_ASCII))).isEqualTo(code);
  }

  @RepeatedTest(20)
  void is_what_the_rfc_defines_of_any_key_and_message(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] key = bytes(random, 1 + random.nextInt(2 * BLOCK));
    byte[] message = bytes(random, random.nextInt(5 * BLOCK));

    assertThat(Sha256.hmacHex(key, message)).isEqualTo(byDefinition(key, message));
    assertThat(HexFormat.of().formatHex(Sha256.hmac(key, message)))
        .isEqualTo(Sha256.hmacHex(key, message));
  }

  @Test
  void changes_with_every_bit_of_key_and_message() {
    byte[] key = "a key".getBytes(UTF_8);
    byte[] message = "a message".getBytes(UTF_8);
    Set<String> codes = new HashSet<>();
    codes.add(Sha256.hmacHex(key, message));
    for (int bit = 0; bit < key.length * Byte.SIZE; bit++) {
      codes.add(Sha256.hmacHex(flipped(key, bit), message));
    }
    for (int bit = 0; bit < message.length * Byte.SIZE; bit++) {
      codes.add(Sha256.hmacHex(key, flipped(message, bit)));
    }

    assertThat(codes).hasSize(1 + (key.length + message.length) * Byte.SIZE);
    assertThat(codes).allMatch(code -> code.matches("[0-9a-f]{64}"));
  }

  @Test
  void leaves_what_it_is_given_as_it_was() {
    byte[] key = repeated(0xaa, 131);
    byte[] message = repeated(0x61, 131);

    Sha256.hmac(key, message);
    Sha256.hex(message);

    assertThat(key).isEqualTo(repeated(0xaa, 131));
    assertThat(message).isEqualTo(repeated(0x61, 131));
  }

  @Test
  void refuses_an_empty_key() {
    assertThatThrownBy(() -> Sha256.hmac(new byte[0], repeated(0x61, 3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sha256.hmacHex(new byte[0], repeated(0x61, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** RFC 2104: H(K xor opad, H(K xor ipad, text)), with a key longer than a block hashed first. */
  private static String byDefinition(byte[] key, byte[] message) {
    byte[] block =
        Arrays.copyOf(key.length > BLOCK ? HexFormat.of().parseHex(Sha256.hex(key)) : key, BLOCK);
    byte[] inner = HexFormat.of().parseHex(Sha256.hex(joined(xor(block, 0x36), message)));
    return Sha256.hex(joined(xor(block, 0x5c), inner));
  }

  private static byte[] xor(byte[] block, int with) {
    byte[] result = block.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] ^= (byte) with;
    }
    return result;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] result = bytes.clone();
    result[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    return result;
  }

  private static byte[] repeated(int value, int times) {
    byte[] bytes = new byte[times];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
