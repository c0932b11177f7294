package io.telproof.client.internal.event;

import io.telproof.EmailAddress;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a question says, text by text. Every question is a record whose first component is the
 * number or the address that it is about.
 */
final class QueryParts {
  private static final ClassValue<List<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getAccessor)
              .toList();
        }
      };

  private QueryParts() {}

  /**
   * Every component, in its order. Two questions of one type that differ have different parts: what
   * may be missing, and has others behind it, has a mark that says whether it is there.
   *
   * @throws IllegalArgumentException if a part is of a type that is not known here
   */
  static List<String> of(Object query) {
    if (!(query instanceof Record)) {
      throw new IllegalArgumentException(
          "no question of this type is known: " + query.getClass().getName());
    }
    List<String> parts = new ArrayList<>();
    add(query, parts);
    return parts;
  }

  /**
   * Whom a question is about: its numbers, addresses and secret texts, without what is to be known
   * of them, such as a number of months.
   *
   * @throws IllegalArgumentException if it is not a question
   */
  static List<String> person(Object query) {
    if (!(query instanceof Record)) {
      throw new IllegalArgumentException(
          "no question of this type is known: " + query.getClass().getName());
    }
    List<String> parts = new ArrayList<>();
    addPerson(query, parts);
    return parts;
  }

  private static void addPerson(Object value, List<String> parts) {
    if (value instanceof PhoneNumber
        || value instanceof EmailAddress
        || value instanceof Sensitive) {
      add(value, parts);
    } else if (value instanceof Optional<?> optional) {
      mark(optional).ifPresent(parts::add);
      optional.ifPresent(each -> addPerson(each, parts));
    } else if (value instanceof Record) {
      components(value).forEach(each -> addPerson(each, parts));
    }
  }

  private static void add(Object value, List<String> parts) {
    if (value instanceof PhoneNumber number) {
      parts.add(number.e164());
    } else if (value instanceof EmailAddress address) {
      // It has an at sign and a number has none: they need no other mark.
      parts.add(address.address());
    } else if (value instanceof Sensitive secret) {
      parts.add(secret.reveal());
    } else if (value instanceof OptionalInt optional) {
      optional.ifPresent(each -> parts.add(Integer.toString(each)));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(each -> add(each, parts));
    } else if (value instanceof Record) {
      List<Object> components = components(value);
      for (int i = 0; i < components.size(); i++) {
        if (i < components.size() - 1) {
          mark(components.get(i)).ifPresent(parts::add);
        }
        add(components.get(i), parts);
      }
    } else if (value instanceof String
        || value instanceof Number
        || value instanceof Enum<?>
        || value.getClass().getPackageName().equals("java.time")) {
      parts.add(value.toString());
    } else {
      throw new IllegalArgumentException(
          "no question has a part of this type: " + value.getClass().getName());
    }
  }

  private static Optional<String> mark(Object component) {
    if (component instanceof Optional<?> optional) {
      return Optional.of(optional.isPresent() ? "1" : "0");
    }
    return component instanceof OptionalInt optional
        ? Optional.of(optional.isPresent() ? "1" : "0")
        : Optional.empty();
  }

  private static List<Object> components(Object query) {
    List<Object> components = new ArrayList<>();
    for (Method accessor : ACCESSORS.get(query.getClass())) {
      try {
        components.add(accessor.invoke(query));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(
            "a question of this type cannot be read: " + query.getClass().getName(), e);
      }
    }
    return components;
  }
}
