package io.telproof.camara;

/** Which API tells whether a number is in service. */
enum StatusApi {
  /** Whether the operator lets it call and receive. */
  SUBSCRIPTION(Api.SUBSCRIPTION_STATUS),
  /** Whether the network reaches it at this moment: it says less. */
  REACHABILITY(Api.DEVICE_REACHABILITY_STATUS);

  private final Api api;

  StatusApi(Api api) {
    this.api = api;
  }

  Api api() {
    return api;
  }
}
