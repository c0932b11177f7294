package io.telproof.cli;

import picocli.CommandLine.Option;

/** Where a number belongs that is typed without a country calling code. */
final class RegionOption {
  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Where a number without a calling code belongs. Default: CN.")
  private String region = "CN";

  String region() {
    return region;
  }
}
