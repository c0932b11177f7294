package io.telproof.camara;

/** Which operation of sim-swap is asked. */
enum SimSwapOperation {
  /** Whether the SIM card was changed within so many hours. */
  CHECK("sim-swap:check"),
  /** When it was changed last: it says more, and fewer operators tell it. */
  DATE("sim-swap:retrieve-date");

  private final String scope;

  SimSwapOperation(String scope) {
    this.scope = scope;
  }

  /** The scope of its token, unless the settings say otherwise. */
  String scope() {
    return scope;
  }
}
