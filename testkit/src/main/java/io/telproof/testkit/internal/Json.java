package io.telproof.testkit.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Replies in JSON, changed in ways in which vendors change theirs. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** The object in a body; empty where the vendor speaks something else. */
  public static Optional<ObjectNode> object(String body) {
    try {
      return MAPPER.readTree(body) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Every object with two more members, as the vendor's next edition may have them. */
  public static String grown(ObjectNode object) {
    ObjectNode copy = object.deepCopy();
    grow(copy);
    return copy.toString();
  }

  private static void grow(ObjectNode object) {
    object.forEach(
        child -> {
          if (child instanceof ObjectNode inner) {
            grow(inner);
          }
        });
    object.putObject("AddedLater").put("code", "0").putArray("list").add(1);
    object.put("added_later", "");
  }

  /** This object, and beside each of its members what the other one has there. */
  public static ObjectNode over(ObjectNode object, ObjectNode behind) {
    ObjectNode all = behind.deepCopy();
    object
        .properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              boolean both =
                  value instanceof ObjectNode && all.get(member.getKey()) instanceof ObjectNode;
              all.set(
                  member.getKey(),
                  both ? over((ObjectNode) value, (ObjectNode) all.get(member.getKey())) : value);
            });
    return all;
  }

  /** The same object with each of its texts changed. */
  public static ObjectNode texts(ObjectNode object, UnaryOperator<String> change) {
    ObjectNode copy = object.deepCopy();
    copy.properties()
        .forEach(
            member -> {
              if (member.getValue() instanceof ObjectNode inner) {
                member.setValue(texts(inner, change));
              } else if (member.getValue() instanceof TextNode text) {
                member.setValue(TextNode.valueOf(change.apply(text.asText())));
              }
            });
    return copy;
  }
}
