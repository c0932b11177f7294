package io.telproof.sandbox.tencent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The flattened parameters of a GET: {@code Encryption.EncryptList.0=Mobile&Encryption.Iv=…}. */
final class FlatQuery {

  private FlatQuery() {}

  static ObjectNode nested(String query, List<Parameter> page) throws Refusal {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      put(root, name, decoded(equals < 0 ? "" : pair.substring(equals + 1)), page);
    }
    return root;
  }

  private static void put(ObjectNode root, String name, String value, List<Parameter> page) {
    String[] path = name.split("\\.", -1);
    ObjectNode at = root;
    int last = path.length - 1;
    if (last > 0 && path[last].matches("\\d+")) {
      at = descend(at, path, last - 1);
      ArrayNode array =
          at.get(path[last - 1]) instanceof ArrayNode there ? there : at.putArray(path[last - 1]);
      array.add(value);
      return;
    }
    at = descend(at, path, last);
    boolean integer =
        page.stream()
            .anyMatch(
                parameter ->
                    parameter.name().equals(name) && parameter.kind() == Parameter.Kind.INTEGER);
    if (integer && value.matches("\\d{1,18}")) {
      at.put(path[last], Long.parseLong(value));
    } else {
      at.put(path[last], value);
    }
  }

  private static ObjectNode descend(ObjectNode from, String[] path, int depth) {
    ObjectNode at = from;
    for (int i = 0; i < depth; i++) {
      at = at.get(path[i]) instanceof ObjectNode there ? there : at.putObject(path[i]);
    }
    return at;
  }

  private static String decoded(String text) throws Refusal {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal("InvalidParameter", "The query is not percent-encoded.");
    }
  }
}
