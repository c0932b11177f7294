package io.telproof.bulk.trial;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A table with an id and a number in each row. Of a thousand rows three ask what another one does,
 * one is no question, and one has an answer that is not like the others.
 */
final class TrialTable {
  private static final int BLOCK = 1000;
  private static final int SAME = 3;

  private TrialTable() {}

  /** Writes it, and returns how many different questions are in it. */
  static long write(Path file, int rows) throws IOException {
    long different = 0;
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("id,phone\n");
      for (int i = 0; i < rows; i++) {
        int place = i % BLOCK;
        if (place == BLOCK / 2) {
          out.write("c" + i + ",12\n");
        } else if (place >= BLOCK - SAME) {
          // As the row before the last block's end, and the ones behind it.
          out.write("c" + i + "," + number(i - BLOCK / 4) + "\n");
        } else if (place == 1 && i < BLOCK) {
          out.write("c" + i + ",13800138010\n");
          different++;
        } else {
          out.write("c" + i + "," + number(i) + "\n");
          different++;
        }
      }
    }
    return different;
  }

  private static long number(int row) {
    return 13_900_000_000L + row;
  }
}
