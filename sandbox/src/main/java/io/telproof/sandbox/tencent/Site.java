package io.telproof.sandbox.tencent;

import java.util.Locale;

/** One of the vendor's two editions, which differ in actions, parameters and language. */
public enum Site {
  /** {@code faceid.intl.tencentcloudapi.com}: English, without VerifyMode, actions named Intl. */
  INTL,
  /** {@code faceid.tencentcloudapi.com}: Chinese, with VerifyMode. */
  MAINLAND;

  private static final String DOMAIN = ".tencentcloudapi.com";

  /** The edition that a host belongs to; another name's, such as a loopback address, is given. */
  static Site of(String host, Site otherwise) {
    String name = host.toLowerCase(Locale.ROOT);
    if (!name.endsWith(DOMAIN)) {
      return otherwise;
    }
    return name.endsWith(".intl" + DOMAIN) ? INTL : MAINLAND;
  }

  /**
   * Whether a service was signed as the vendor's own SDK does it at an address that is not one of
   * the vendor's names: it takes what stands before the first dot, such as {@code 127}.
   */
  static boolean isFirstLabel(String service, String host) {
    return product(host).isEmpty() && host.split("\\.", 2)[0].equalsIgnoreCase(service);
  }

  /** The product that a host of the vendor's is for, such as {@code faceid}; else empty. */
  static String product(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.endsWith(DOMAIN) ? name.substring(0, name.indexOf('.')) : "";
  }
}
