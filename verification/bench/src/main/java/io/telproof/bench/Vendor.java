package io.telproof.bench;

/** A vendor, and what it replies to every question about for how long a number has been in use. */
enum Vendor {
  TENCENT(
      "{\"Response\":{\"Result\":\"0\",\"Description\":\"success\",\"Range\":\"[24,+)\","
          + "\"RequestId\":\"%s\"}}"),
  ALIBABA(
      "{\"Code\":\"200\",\"Message\":\"success\",\"RequestId\":\"%s\",\"ResultObject\":"
          + "{\"BizCode\":\"1\",\"IspName\":\"CMCC\",\"TimeCode\":\"5\"}}");

  private final String reply;

  Vendor(String reply) {
    this.reply = reply;
  }

  /** The body of a reply. A vendor gives each reply an id of its own. */
  String reply(String requestId) {
    return reply.replace("%s", requestId);
  }
}
