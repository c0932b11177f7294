package io.telproof.sandbox.tencent;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One parameter of an action's page.
 *
 * @param name as the page spells it
 * @param kind what it holds
 * @param required whether the action cannot be asked without it
 */
record Parameter(String name, Kind kind, boolean required) {

  enum Kind {
    STRING,
    INTEGER,
    STRINGS,
    OBJECT;

    boolean fits(JsonNode value) {
      return switch (this) {
        case STRING -> value.isTextual();
        case INTEGER -> value.isIntegralNumber();
        case OBJECT -> value.isObject();
        case STRINGS -> {
          boolean texts = value.isArray();
          for (JsonNode element : value) {
            texts &= element.isTextual();
          }
          yield texts;
        }
      };
    }
  }

  static Parameter required(String name) {
    return new Parameter(name, Kind.STRING, true);
  }

  static Parameter optional(String name, Kind kind) {
    return new Parameter(name, kind, false);
  }
}
