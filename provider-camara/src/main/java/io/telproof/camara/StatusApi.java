package io.telproof.camara;

/** Which API tells whether a number is in service. */
enum StatusApi {
  /** Whether the operator lets it call and receive. */
  SUBSCRIPTION,
  /** Whether the network reaches it at this moment: it says less. */
  REACHABILITY
}
