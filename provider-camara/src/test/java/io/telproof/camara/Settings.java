package io.telproof.camara;

import io.telproof.Sensitive;
import io.telproof.spi.MultilineSecret;
import io.telproof.spi.http.Endpoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The provider's settings with everything left out that a test does not name. */
final class Settings {
  private Settings() {}

  /** With a key of its own, for an operator at this endpoint. */
  static CamaraSettings at(String endpoint, Map<String, ?> components) {
    Map<String, Object> given = new HashMap<>();
    given.put("apiRoot", Endpoint.of(endpoint + "/camara"));
    given.put("tokenEndpoint", Endpoint.of(endpoint + "/token"));
    given.putAll(components);
    return of(given);
  }

  static CamaraSettings of(Map<String, ?> components) {
    Map<String, Object> given = new HashMap<>();
    given.put("apiRoot", Endpoint.of("https://api.operator.example"));
    given.put("tokenEndpoint", Endpoint.of("https://auth.operator.example/token"));
    given.put("clientId", Sensitive.of("the-shop"));
    given.put("privateKey", MultilineSecret.of(Keys.PEM));
    given.putAll(components);
    RecordComponent[] all = CamaraSettings.class.getRecordComponents();
    Object[] values =
        Arrays.stream(all)
            .map(
                component ->
                    component.getType() == Optional.class
                        ? Optional.ofNullable(given.get(component.getName()))
                        : component.getType() == List.class
                            ? given.getOrDefault(component.getName(), List.of())
                            : given.get(component.getName()))
            .toArray();
    Class<?>[] types = Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return CamaraSettings.class.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
