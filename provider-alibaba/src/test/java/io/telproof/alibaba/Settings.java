package io.telproof.alibaba;

import io.telproof.Sensitive;
import io.telproof.sandbox.alibaba.AlibabaVendor;
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

  /** For the vendor on this machine, with its published key, and codes. */
  static AlibabaSettings sandbox(URI endpoint, Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>();
    all.put("endpoint", Endpoint.of(endpoint.toString()));
    all.put("signName", "速通互联");
    all.put("templateCode", "100001");
    all.putAll(more);
    return of(all);
  }

  /** With the published key of the vendor on this machine. */
  static AlibabaSettings of(Map<String, ?> components) {
    Map<String, Object> given = new HashMap<>();
    given.put("accessKeyId", Sensitive.of(AlibabaVendor.CREDENTIALS.accessKeyId()));
    given.put("accessKeySecret", Sensitive.of(AlibabaVendor.CREDENTIALS.accessKeySecret()));
    given.putAll(components);
    RecordComponent[] all = AlibabaSettings.class.getRecordComponents();
    Object[] values =
        Arrays.stream(all)
            .map(
                component ->
                    component.getType() == Optional.class
                        ? Optional.ofNullable(given.get(component.getName()))
                        : given.get(component.getName()))
            .toArray();
    Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return AlibabaSettings.class.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
