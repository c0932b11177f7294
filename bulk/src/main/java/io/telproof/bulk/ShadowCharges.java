package io.telproof.bulk;

import io.telproof.Charge;
import io.telproof.bulk.internal.file.Charges;
import io.telproof.client.ClientListener;
import io.telproof.spi.CheckType;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What shadows cost, who are asked beside a route and stand on no receipt. Thread-safe. */
final class ShadowCharges implements ClientListener {
  private final Queue<Charge> charges = new ConcurrentLinkedQueue<>();

  @Override
  public void shadowAsked(CheckType check, String provider, Charge charge) {
    charges.add(charge);
  }

  /** Those since the last time. */
  Map<Charge, Long> take() {
    Map<Charge, Long> taken = Charges.none();
    for (Charge charge = charges.poll(); charge != null; charge = charges.poll()) {
      Charges.add(taken, charge);
    }
    return taken;
  }
}
