package io.telproof.testkit;

import io.telproof.spi.Quotas;
import io.telproof.spi.Time;

class LocalQuotasContractTest extends QuotaContract {
  @Override
  protected Quotas quotas(Time virtual) {
    return Quotas.local(virtual);
  }
}
