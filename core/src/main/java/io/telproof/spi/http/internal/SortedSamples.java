package io.telproof.spi.http.internal;

import java.util.Arrays;

/** Up to so many numbers in ascending order. Not thread-safe. */
public final class SortedSamples {
  private final long[] samples;
  private int size;

  public SortedSamples(int most) {
    this.samples = new long[most];
  }

  /** Adds one, for which there is room. */
  public void add(long sample) {
    int place = size++;
    for (; place > 0 && samples[place - 1] > sample; place--) {
      samples[place] = samples[place - 1];
    }
    samples[place] = sample;
  }

  /** Removes one that is there. */
  public void remove(long sample) {
    int place = Arrays.binarySearch(samples, 0, size, sample);
    size--;
    System.arraycopy(samples, place + 1, samples, place, size - place);
  }

  public void clear() {
    size = 0;
  }

  /** The largest of the smallest so many in a hundred; zero where there is none. */
  public long percentile(int percent) {
    return size == 0 ? 0 : samples[(size - 1) * percent / 100];
  }
}
