package io.telproof.sandbox.camara;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.VendorRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The body of a question, held against its API description. A property that the description does
 * not have is refused, as operators do from Commonalities 0.8 on: the stricter of what is deployed.
 */
final class Body {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private Body() {}

  /** The object that was sent, whatever is in it. */
  static ObjectNode read(VendorRequest request) throws Refusal {
    byte[] bytes = request.body();
    if (bytes.length == 0) {
      throw Refusal.argument("There is no body.");
    }
    if (!isJson(request.header("Content-Type").orElse(""))) {
      throw new Refusal(
          415, "UNSUPPORTED_MEDIA_TYPE", "The body is expected to be application/json.");
    }
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      // Not quoted: the parser's message holds a piece of the body.
      throw Refusal.argument("The body is not JSON.");
    }
    throw Refusal.argument("The body is not a JSON object.");
  }

  private static boolean isJson(String contentType) {
    return contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals("application/json");
  }

  /** Refuses what the API description does not have. */
  static void check(ObjectNode sent, List<Property> properties) throws Refusal {
    Set<String> unknown = new HashSet<>();
    sent.fieldNames().forEachRemaining(unknown::add);
    for (Property property : properties) {
      unknown.remove(property.name());
      JsonNode value = sent.path(property.name());
      if (value.isMissingNode() ? property.required() : !property.fits().test(value)) {
        throw Refusal.argument("The property " + property.name() + " is missing or wrong.");
      }
    }
    if (!unknown.isEmpty()) {
      throw Refusal.argument("There is a property that is not defined.");
    }
  }

  /** Every leaf by its path, for {@link io.telproof.sandbox.ReceivedRequest}. */
  static Map<String, String> leaves(ObjectNode sent) {
    Map<String, String> leaves = new TreeMap<>();
    collect("", sent, leaves);
    return leaves;
  }

  private static void collect(String path, ObjectNode node, Map<String, String> leaves) {
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      String name = path.isEmpty() ? child.getKey() : path + '.' + child.getKey();
      if (child.getValue() instanceof ObjectNode object) {
        collect(name, object, leaves);
      } else {
        leaves.put(name, child.getValue().asText());
      }
    }
  }
}
