package io.telproof.sandbox.alibaba;

/** One of the vendor's products, told apart by the version in {@code x-acs-version}. */
enum Product {
  CAMS("2020-06-06", "cams"),
  CLOUDAUTH("2019-03-07", "cloudauth"),
  DYPNSAPI("2017-05-25", "dypnsapi");

  private final String version;
  private final String label;

  Product(String version, String label) {
    this.version = version;
    this.label = label;
  }

  String version() {
    return version;
  }

  /** Whether a host is this product's, or not one of the vendor's own names. */
  boolean isAt(String host) {
    return !host.endsWith(".aliyuncs.com")
        || host.startsWith(label + '.')
        || host.startsWith(label + "-dualstack.");
  }
}
