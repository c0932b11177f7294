package io.telproof.alibaba;

/**
 * The vendor's products whose operations are asked: where each is reached, how a question travels,
 * and where in a reply the result stands.
 */
enum Product {
  /**
   * Chat App Message Service.
   *
   * @see <a
   *     href="https://www.alibabacloud.com/help/zh/chatapp/developer-reference/api-cams-2020-06-06-endpoint">endpoints</a>
   */
  CAMS("cams.ap-southeast-1.aliyuncs.com", "2020-06-06", Carriage.FORM, "Data"),

  /**
   * ID Verification. An older SDK of the vendor put some of its parameters into the query, where a
   * number would end up in access logs.
   *
   * @see <a
   *     href="https://help.aliyun.com/zh/id-verification/information-verification/developer-reference/error-code-info-check">codes</a>
   */
  CLOUDAUTH("cloudauth.aliyuncs.com", "2019-03-07", Carriage.FORM, "ResultObject"),

  /** The operation of ID Verification whose parameters the vendor takes from the query alone. */
  CLOUDAUTH_QUERY("cloudauth.aliyuncs.com", "2019-03-07", Carriage.QUERY, "ResultObject"),

  /**
   * Phone Number Verification Service.
   *
   * @see <a
   *     href="https://help.aliyun.com/zh/pnvs/developer-reference/api-dypnsapi-2017-05-25-sendsmsverifycode">SendSmsVerifyCode</a>
   */
  DYPNSAPI("dypnsapi.aliyuncs.com", "2017-05-25", Carriage.QUERY, "Model");

  /** How the parameters of a question travel. */
  enum Carriage {
    FORM,
    QUERY
  }

  private final String host;
  private final String version;
  private final Carriage carriage;
  private final String holder;

  Product(String host, String version, Carriage carriage, String holder) {
    this.host = host;
    this.version = version;
    this.carriage = carriage;
    this.holder = holder;
  }

  /** Where the product is reached unless the settings say otherwise. */
  String host() {
    return host;
  }

  String version() {
    return version;
  }

  Carriage carriage() {
    return carriage;
  }

  /** The field of a reply that holds the result. */
  String holder() {
    return holder;
  }
}
