package io.telproof.spi.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HmacKeyTest {
  @Test
  void the_same_key_hashes_one_message_after_the_other_as_a_fresh_one_does() throws Exception {
    Random random = new Random(20261126);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = bytes(random, 1 + random.nextInt(150));
      HmacKey key = HmacKey.of(bytes);
      for (int each = 0; each < 4; each++) {
        byte[] message = bytes(random, random.nextInt(200));
        assertThat(key.hash(message)).isEqualTo(fresh(bytes, message));
        assertThat(key.hex(message)).isEqualTo(HexFormat.of().formatHex(fresh(bytes, message)));
      }
    }
  }

  @Test
  void many_threads_hash_with_one_key_at_the_same_time() throws Exception {
    byte[] bytes = "a key of many threads".getBytes(UTF_8);
    HmacKey key = HmacKey.of(bytes);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<String>>> told = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        told.add(threads.submit(() -> hashes(key)));
      }
      List<String> alone = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        alone.add(HexFormat.of().formatHex(fresh(bytes, message(i))));
      }
      for (Future<List<String>> each : told) {
        assertThat(each.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> hashes(HmacKey key) {
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      hashes.add(key.hex(message(i)));
    }
    return hashes;
  }

  @Test
  void the_bytes_may_be_changed_afterwards() {
    byte[] bytes = {1, 2, 3};
    HmacKey key = HmacKey.of(bytes);
    String before = key.hex(bytes(new Random(1), 10));
    bytes[0] = 9;
    assertThat(key.hex(bytes(new Random(1), 10))).isEqualTo(before);
  }

  @Test
  void refuses_an_empty_key_and_prints_nothing_of_any() {
    assertThatThrownBy(() -> HmacKey.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    assertThat(HmacKey.of("canary".getBytes(UTF_8))).hasToString("HmacKey[***]");
  }

  private static byte[] fresh(byte[] key, byte[] message) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  private static byte[] message(int i) {
    return ("message " + i).getBytes(UTF_8);
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
