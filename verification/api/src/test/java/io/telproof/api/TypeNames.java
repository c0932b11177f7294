package io.telproof.api;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Types as they are written in one package: without the package's own name and that of java.lang,
 * with what they are made of, and with {@link Nullable} where it stands.
 */
final class TypeNames {
  private final String home;

  TypeNames(String home) {
    this.home = home;
  }

  String of(Class<?> type) {
    String full = type.getCanonicalName();
    String in = type.getPackageName();
    return in.equals(home) || (in.equals("java.lang") && !type.isPrimitive())
        ? full.substring(in.length() + 1)
        : full;
  }

  String of(AnnotatedType type) {
    String nullable = type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
    if (type instanceof AnnotatedArrayType array) {
      return nullable + of(array.getAnnotatedGenericComponentType()) + "[]";
    }
    if (type instanceof AnnotatedParameterizedType parameterized) {
      Class<?> raw = (Class<?>) ((ParameterizedType) parameterized.getType()).getRawType();
      return nullable
          + of(raw)
          + Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
              .map(this::of)
              .collect(joining(", ", "<", ">"));
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      return nullable
          + "?"
          + bounds(" super ", wildcard.getAnnotatedLowerBounds())
          + bounds(" extends ", wildcard.getAnnotatedUpperBounds());
    }
    Type plain = type.getType();
    return nullable
        + (type instanceof AnnotatedTypeVariable ? plain.getTypeName() : of((Class<?>) plain));
  }

  /** A type parameter where it is declared. */
  String declared(TypeVariable<?> variable) {
    return variable.getName() + bounds(" extends ", variable.getAnnotatedBounds());
  }

  private String bounds(String word, AnnotatedType... bounds) {
    List<String> said =
        Arrays.stream(bounds).map(this::of).filter(each -> !each.equals("Object")).toList();
    return said.isEmpty() ? "" : word + String.join(" & ", said);
  }
}
