package ${package};

import io.telproof.PhoneStatusCheck;
import io.telproof.spi.Offer;
import io.telproof.spi.VerificationProvider;
import java.util.List;
import java.util.Optional;

/** One account. A check is offered by overriding its method and by a line of {@link #offers}. */
final class ${prefix}Provider implements VerificationProvider {
  private final String name;
  private final ${prefix}Api api;
  private final LineStatus lineStatus;

  ${prefix}Provider(String name, ${prefix}Api api) {
    this.name = name;
    this.api = api;
    this.lineStatus = new LineStatus(api);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<PhoneStatusCheck> phoneStatus() {
    return Optional.of(lineStatus);
  }

  @Override
  public List<Offer> offers() {
    return List.of(LineStatus.offer());
  }

  @Override
  public void close() {
    api.close();
  }
}
