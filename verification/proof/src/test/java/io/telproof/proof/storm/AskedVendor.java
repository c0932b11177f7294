package io.telproof.proof.storm;

import io.telproof.sandbox.Vendor;
import java.net.URI;

/** A vendor that is asked alone, and what it is asked. */
enum AskedVendor {
  TENCENT(Client.MAIN, StormQuestion.TENURE),
  ALIBABA(Client.SECOND, StormQuestion.TENURE),
  TWILIO(Client.LOOKUP, StormQuestion.SIM_SWAP),
  CAMARA(Client.OPERATOR, StormQuestion.SIM_SWAP),
  META(Client.POOL, StormQuestion.PRE_VALIDATED_NUMBER);

  private final String provider;
  private final StormQuestion question;

  AskedVendor(String provider, StormQuestion question) {
    this.provider = provider;
    this.question = question;
  }

  /** By the name that the client has for it. */
  String provider() {
    return provider;
  }

  StormQuestion question() {
    return question;
  }

  /** The route that leads to it and to nobody else. */
  String route() {
    String check =
        switch (question) {
          case TENURE -> "tenure";
          case SIM_SWAP -> "sim-swap";
          case PRE_VALIDATED_NUMBER -> "pre-validated-number";
        };
    return "routes." + check + " = " + provider;
  }

  Vendor simulator() {
    return switch (this) {
      case TENCENT -> TellingVendor.tencent();
      case ALIBABA -> TellingVendor.alibaba();
      case TWILIO -> TellingVendor.twilio();
      case CAMARA -> TellingVendor.camara();
      case META -> TellingVendor.meta();
    };
  }

  /** The block of its provider. */
  String block(URI endpoint) {
    return switch (this) {
      case TENCENT -> Client.tencent(endpoint, "");
      case ALIBABA -> Client.alibaba(endpoint);
      case TWILIO -> Client.twilio(endpoint);
      case CAMARA -> Client.camara(endpoint);
      case META -> Client.meta(endpoint);
    };
  }
}
