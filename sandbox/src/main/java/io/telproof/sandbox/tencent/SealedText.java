package io.telproof.sandbox.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a request says about its encrypted fields: in an object {@code Encryption}, or flat beside
 * them, where there is neither a choice of algorithm nor a list of tags.
 *
 * @param fields the parameters that are encrypted
 * @param blob the wrapped key
 * @param iv in base64 or, as older pages have it, as it is
 * @param algorithm empty for the default
 * @param tags of the fields in their order; empty where the algorithm has none
 */
record SealedText(
    List<String> fields, String blob, String iv, String algorithm, List<String> tags) {

  private static final List<Parameter> OBJECT =
      List.of(
          new Parameter("EncryptList", Parameter.Kind.STRINGS, true),
          Parameter.required("CiphertextBlob"),
          Parameter.required("Iv"),
          Parameter.optional("Algorithm", Parameter.Kind.STRING),
          Parameter.optional("TagList", Parameter.Kind.STRINGS));

  SealedText {
    fields = List.copyOf(fields);
    tags = List.copyOf(tags);
  }

  /** Whether the request has any encrypted field. */
  static boolean isIn(ObjectNode sent) {
    return sent.path("Encryption").isObject()
        || sent.hasNonNull("EncryptList")
        || sent.hasNonNull("CiphertextBlob")
        || sent.hasNonNull("Iv");
  }

  static SealedText of(ObjectNode sent) throws Refusal {
    ObjectNode at = sent;
    if (sent.get("Encryption") instanceof ObjectNode nested) {
      at = Parameters.checked(nested, OBJECT);
    } else {
      for (String name : List.of("EncryptList", "CiphertextBlob", "Iv")) {
        if (!sent.hasNonNull(name)) {
          throw Parameters.missing(name);
        }
      }
    }
    return new SealedText(
        texts(at.path("EncryptList")),
        at.path("CiphertextBlob").asText(),
        at.path("Iv").asText(),
        at.path("Algorithm").asText(""),
        texts(at.path("TagList")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Prints which fields and how. */
  @Override
  public String toString() {
    return "Sealed" + fields;
  }
}
