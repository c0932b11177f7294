package io.telproof.camara;

/**
 * The APIs of CAMARA that are asked: where each is found beneath the API root, and what its access
 * token has to allow. Operators run different versions side by side; the one here is that of the
 * meta-release Fall25.
 *
 * @see <a href="https://github.com/camaraproject">the definitions</a>
 */
enum Api {
  /** SubscriptionStatus r1.2. The scope is spelled so. */
  SUBSCRIPTION_STATUS(
      "subscription-status", "v0.1", "subscription-status:retrive-subscription-status", false),

  /** DeviceReachabilityStatus r1.2. */
  DEVICE_REACHABILITY_STATUS(
      "device-reachability-status", "v1", "device-reachability-status:read", true),

  /** Tenure r2.2. */
  KYC_TENURE("kyc-tenure", "v0.2", "kyc-tenure:check-tenure", true),

  /** KnowYourCustomerMatch r1.2. */
  KYC_MATCH("kyc-match", "v0.4", "kyc-match:match", false),

  /** OTPValidation r3.2. */
  ONE_TIME_PASSWORD_SMS(
      "one-time-password-sms", "v1", "one-time-password-sms:send-validate", false),

  /** NumberRecycling r2.2. */
  NUMBER_RECYCLING("number-recycling", "v0.2", "number-recycling:check", true),

  /** SimSwap r3.3; the scope is that of the operation that is asked where none is chosen. */
  SIM_SWAP("sim-swap", "v2", SimSwapOperation.CHECK.scope(), true);

  private final String path;
  private final String version;
  private final String scope;
  private final boolean numberByToken;

  Api(String path, String version, String scope, boolean numberByToken) {
    this.path = path;
    this.version = version;
    this.scope = scope;
    this.numberByToken = numberByToken;
  }

  String path() {
    return path;
  }

  /** The version in its path, unless the settings say otherwise. */
  String version() {
    return version;
  }

  /** The scope of its token, unless the settings say otherwise. */
  String scope() {
    return scope;
  }

  /** Whether it refuses the number in the body where the token says whose it is. */
  boolean numberByToken() {
    return numberByToken;
  }
}
