package io.telproof.alibaba;

import java.util.Random;

/** Random texts of any characters there are, the same for the same seed. */
final class Texts {
  private final Random random;

  Texts(long seed) {
    this.random = new Random(seed);
  }

  /** So many characters: ASCII, Latin, Chinese, or from anywhere, noncharacters included. */
  String next(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x80);
            case 1 -> 0x80 + random.nextInt(0x780);
            case 2 -> 0x4E00 + random.nextInt(0x5200);
            default -> anywhere();
          });
    }
    return text.toString();
  }

  private int anywhere() {
    int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return surrogate ? anywhere() : codePoint;
  }
}
