package io.telproof.tencent;

import io.telproof.Sensitive;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.http.Endpoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The provider's settings with everything left out that a test does not name. */
final class Settings {
  private Settings() {}

  /** For the vendor on this machine, with its published key. */
  static TencentSettings sandbox(URI endpoint, Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>();
    all.put("secretId", Sensitive.of(TencentVendor.CREDENTIALS.secretId()));
    all.put("secretKey", Sensitive.of(TencentVendor.CREDENTIALS.secretKey()));
    all.put("endpoint", Endpoint.of(endpoint.toString()));
    all.putAll(more);
    return of(all);
  }

  static TencentSettings of(Map<String, ?> components) {
    RecordComponent[] all = TencentSettings.class.getRecordComponents();
    Object[] values =
        Arrays.stream(all)
            .map(
                component ->
                    component.getType() == Optional.class
                        ? Optional.ofNullable(components.get(component.getName()))
                        : components.get(component.getName()))
            .toArray();
    Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return TencentSettings.class.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
