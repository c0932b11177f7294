package io.telproof.sandbox.tencent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.VendorRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The parameters of one request, held against the page of its action. */
final class Parameters {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private Parameters() {}

  static ObjectNode read(VendorRequest request, List<Parameter> page) throws Refusal {
    return request.method().equals("GET") ? fromQuery(request, page) : fromBody(request, page);
  }

  private static ObjectNode fromBody(VendorRequest request, List<Parameter> page) throws Refusal {
    String type = request.header("Content-Type").orElse("");
    if (!type.startsWith("application/json")) {
      throw new Refusal("InvalidParameter", "A POST is expected to be application/json.");
    }
    try {
      if (JSON.readTree(request.body()) instanceof ObjectNode object) {
        return checked(object, page);
      }
    } catch (JsonProcessingException e) {
      // Not quoted: the parser's message holds a piece of the body.
      throw new Refusal("InvalidParameter", "The body is not JSON.");
    } catch (java.io.IOException e) {
      throw new Refusal("InvalidParameter", "The body cannot be read.");
    }
    throw new Refusal("InvalidParameter", "The body is not a JSON object.");
  }

  private static ObjectNode fromQuery(VendorRequest request, List<Parameter> page) throws Refusal {
    return checked(FlatQuery.nested(request.query(), page), page);
  }

  /** The same object, if it holds what the page has and nothing else. */
  static ObjectNode checked(ObjectNode sent, List<Parameter> page) throws Refusal {
    Set<String> unknown = new HashSet<>();
    sent.fieldNames().forEachRemaining(unknown::add);
    for (Parameter parameter : page) {
      unknown.remove(parameter.name());
      JsonNode value = sent.path(parameter.name());
      if (value.isMissingNode() || value.isNull()) {
        if (parameter.required()) {
          throw missing(parameter.name());
        }
      } else if (!parameter.kind().fits(value)) {
        throw new Refusal(
            "InvalidParameter",
            "The value type of parameter `" + parameter.name() + "` is not valid.");
      }
    }
    if (!unknown.isEmpty()) {
      throw new Refusal("UnknownParameter", "The request has a parameter that is not defined.");
    }
    return sent;
  }

  static Refusal missing(String name) {
    return new Refusal(
        "MissingParameter", "The request is missing a required parameter `" + name + "`.");
  }

  /** Every leaf by its path, for {@link io.telproof.sandbox.ReceivedRequest}. */
  static Map<String, String> leaves(ObjectNode sent) {
    Map<String, String> leaves = new TreeMap<>();
    collect("", sent, leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, String> leaves) {
    if (!node.isContainerNode()) {
      leaves.put(path, node.asText());
      return;
    }
    List<Map.Entry<String, JsonNode>> children = new ArrayList<>();
    if (node.isObject()) {
      children.addAll(node.properties());
    } else {
      for (int i = 0; i < node.size(); i++) {
        children.add(Map.entry(Integer.toString(i), node.get(i)));
      }
    }
    for (Map.Entry<String, JsonNode> child : children) {
      collect(
          path.isEmpty() ? child.getKey() : path + '.' + child.getKey(), child.getValue(), leaves);
    }
  }
}
