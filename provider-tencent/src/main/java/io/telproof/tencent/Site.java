package io.telproof.tencent;

/** The two editions of the vendor. They share operations, but not hosts, accounts or prices. */
enum Site {
  INTL("intl.tencentcloudapi.com"),
  MAINLAND("tencentcloudapi.com");

  private final String domain;

  Site(String domain) {
    this.domain = domain;
  }

  String host(String product) {
    return product + "." + domain;
  }
}
