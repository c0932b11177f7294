package io.telproof.twilio;

import io.telproof.Sensitive;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.http.Endpoint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The provider's settings with everything left out that a test does not name. */
final class Settings {
  private Settings() {}

  /** With the sandbox's key and service, for a vendor at this endpoint. */
  static TwilioSettings at(String endpoint, Map<String, ?> components) {
    Map<String, Object> given = new HashMap<>();
    given.put("endpoint", Endpoint.of(endpoint));
    given.put("serviceSid", TwilioVendor.SERVICE_SID);
    given.putAll(components);
    return of(given);
  }

  static TwilioSettings of(Map<String, ?> components) {
    Map<String, Object> given = new HashMap<>();
    given.put("keySid", Sensitive.of(TwilioVendor.CREDENTIALS.sid()));
    given.put("keySecret", Sensitive.of(TwilioVendor.CREDENTIALS.secret()));
    given.putAll(components);
    RecordComponent[] all = TwilioSettings.class.getRecordComponents();
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
      return TwilioSettings.class.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
