package io.telproof.cli;

import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.IdentityVerdict;
import io.telproof.IdentityVerdict.Attribute;
import io.telproof.PhoneStatus;
import io.telproof.PreValidatedId;
import io.telproof.Tenure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is printed.
 *
 * @param inWords for a person
 * @param fields for a program: the components of the canonical type, null where there is nothing to
 *     say
 */
record DisplayValue(String inWords, Map<String, @Nullable Object> fields) {

  static DisplayValue of(PhoneStatus status) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("state", status.state().name());
    fields.put("carrier", status.carrier().name());
    return new DisplayValue(status.state().name() + ", carrier " + status.carrier(), fields);
  }

  static DisplayValue of(Tenure tenure) {
    @Nullable Integer to = tenure.to().isPresent() ? tenure.to().getAsInt() : null;
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("from", tenure.from());
    fields.put("to", to);
    String inWords =
        to == null
            ? months(tenure.from()) + " or more"
            : "at least " + months(tenure.from()) + ", less than " + months(to);
    return new DisplayValue(inWords, fields);
  }

  static DisplayValue of(IdentityVerdict verdict) {
    @Nullable List<String> differing =
        verdict
            .differing()
            .map(attributes -> attributes.stream().sorted().map(Attribute::name).toList())
            .orElse(null);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("outcome", verdict.outcome().name());
    fields.put("differing", differing);
    fields.put("carrier", verdict.carrier().name());
    String in =
        differing == null
            ? ""
            : differing.stream()
                .map(DisplayValue::words)
                .collect(Collectors.joining(" and ", " in ", ""));
    return new DisplayValue(
        verdict.outcome().name() + in + ", carrier " + verdict.carrier().name(), fields);
  }

  static DisplayValue of(CodeDispatch dispatch) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("handle", dispatch.handle().orElse(null));
    fields.put("expiresAt", dispatch.expiresAt().map(Instant::toString).orElse(null));
    String handle = dispatch.handle().map(given -> ", handle " + given).orElse("");
    String until = dispatch.expiresAt().map(at -> ", can be used until " + at).orElse("");
    return new DisplayValue("accepted for sending" + handle + until, fields);
  }

  static DisplayValue of(CodeVerdict verdict) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("verdict", verdict.name());
    return new DisplayValue(verdict.name(), fields);
  }

  static DisplayValue of(PreValidatedId id) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", id.id());
    fields.put("number", id.number().orElse(null));
    return new DisplayValue(
        id.id() + id.number().map(number -> ", number " + number).orElse(""), fields);
  }

  private static String months(int count) {
    return count + (count == 1 ? " month" : " months");
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
