package io.telproof.api;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One type: a line of its own, and one for each of its members. */
final class TypeText {
  private final Class<?> type;
  private final TypeNames names;

  TypeText(Class<?> type) {
    this.type = type;
    this.names = new TypeNames(type.getPackageName());
  }

  String print() {
    SortedMap<String, String> members = new TreeMap<>();
    for (Class<?> each : Visibility.withUnseenAbove(type)) {
      Arrays.stream(each.getDeclaredFields())
          .filter(this::isSeen)
          .forEach(field -> add(members, field, field(field)));
      Arrays.stream(each.getDeclaredMethods())
          .filter(method -> isSeen(method) && !isImplied(method))
          .forEach(method -> add(members, method, method(method)));
    }
    Arrays.stream(type.getDeclaredConstructors())
        .filter(constructor -> isSeen(constructor) && !isCanonical(constructor))
        .forEach(constructor -> add(members, constructor, constructor(constructor)));
    return head() + "\n" + String.join("", members.values());
  }

  private static void add(SortedMap<String, String> members, Member member, String line) {
    String name = member instanceof Constructor<?> ? "new" : member.getName();
    members.put(name + " " + line, "  " + line + "\n");
  }

  /** What is protected is for subclasses, and a final class has none. */
  private boolean isSeen(Member member) {
    return Visibility.isSeen(member)
        && (Modifier.isPublic(member.getModifiers()) || !Modifier.isFinal(type.getModifiers()));
  }

  private String head() {
    return words(
        deprecated(type.isAnnotationPresent(Deprecated.class)),
        Modifier.isProtected(type.getModifiers()) ? "protected" : "",
        type.getDeclaringClass() != null && isInner() ? "inner" : "",
        kind(),
        names.of(type) + typeParameters(type) + components(),
        clause("extends", parents()),
        clause("implements", interfaces()),
        clause("permits", permitted()));
  }

  private boolean isInner() {
    return !Modifier.isStatic(type.getModifiers());
  }

  private String kind() {
    String sealed = type.isSealed() && !type.isEnum() ? "sealed " : "";
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isInterface()) {
      return sealed + "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    if (type.isRecord()) {
      return "record";
    }
    int modifiers = type.getModifiers();
    return sealed
        + (Modifier.isAbstract(modifiers) ? "abstract " : "")
        + (Modifier.isFinal(modifiers) ? "final " : "")
        + "class";
  }

  private String components() {
    return type.isRecord()
        ? Arrays.stream(type.getRecordComponents())
            .map(each -> names.of(each.getAnnotatedType()) + " " + each.getName())
            .collect(joining(", ", "(", ")"))
        : "";
  }

  private Stream<String> parents() {
    AnnotatedType above = type.getAnnotatedSuperclass();
    boolean said =
        above != null
            && type.getSuperclass() != Object.class
            && !type.isEnum()
            && !type.isRecord()
            && Visibility.isSeen(Objects.requireNonNull(type.getSuperclass()));
    return said ? Stream.of(names.of(above)) : Stream.of();
  }

  private Stream<String> interfaces() {
    return type.isAnnotation()
        ? Stream.of()
        : Arrays.stream(type.getAnnotatedInterfaces()).map(names::of).sorted();
  }

  private Stream<String> permitted() {
    return type.isSealed() && !type.isEnum()
        ? Arrays.stream(type.getPermittedSubclasses()).map(names::of).sorted()
        : Stream.of();
  }

  private String field(Field field) {
    if (field.isEnumConstant()) {
      return "constant " + field.getName();
    }
    return words(
        modifiers(field.getModifiers(), Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL),
        deprecated(field.isAnnotationPresent(Deprecated.class)),
        names.of(field.getAnnotatedType()),
        field.getName());
  }

  private String constructor(Constructor<?> constructor) {
    return words(
        modifiers(constructor.getModifiers(), Modifier.PROTECTED),
        deprecated(constructor.isAnnotationPresent(Deprecated.class)),
        typeParameters(constructor),
        "new" + parameters(constructor),
        clause("throws", checked(constructor)));
  }

  private String method(Method method) {
    boolean open = !Modifier.isFinal(type.getModifiers()) && !type.isInterface();
    return words(
        modifiers(
            method.getModifiers(),
            Modifier.PROTECTED
                | Modifier.STATIC
                | (type.isInterface() ? 0 : Modifier.ABSTRACT)
                | (open ? Modifier.FINAL : 0)),
        method.isDefault() ? "default" : "",
        deprecated(method.isAnnotationPresent(Deprecated.class)),
        typeParameters(method),
        names.of(method.getAnnotatedReturnType()),
        method.getName() + parameters(method),
        method.getDefaultValue() == null ? "" : "= default",
        clause("throws", checked(method)));
  }

  private String parameters(Executable executable) {
    AnnotatedType[] types = executable.getAnnotatedParameterTypes();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      String each = names.of(types[i]);
      boolean variable = executable.isVarArgs() && i == types.length - 1;
      all.add(variable ? each.substring(0, each.length() - 2) + "..." : each);
    }
    return all.stream().collect(joining(", ", "(", ")"));
  }

  private Stream<String> checked(Executable executable) {
    AnnotatedType[] thrown = executable.getAnnotatedExceptionTypes();
    Class<?>[] classes = executable.getExceptionTypes();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < thrown.length; i++) {
      if (!RuntimeException.class.isAssignableFrom(classes[i])
          && !Error.class.isAssignableFrom(classes[i])) {
        all.add(names.of(thrown[i]));
      }
    }
    return all.stream().sorted();
  }

  private String typeParameters(GenericDeclaration declaration) {
    return declaration.getTypeParameters().length == 0
        ? ""
        : Arrays.stream(declaration.getTypeParameters())
            .map(names::declared)
            .collect(joining(", ", "<", ">"));
  }

  /** A record's accessors stand in its head; an enum has values() and valueOf(). */
  private boolean isImplied(Method method) {
    return method.isBridge()
        || Visibility.isOfObject(method)
        || isAccessor(method)
        || (type.isEnum()
            && Modifier.isStatic(method.getModifiers())
            && ((method.getName().equals("values") && method.getParameterCount() == 0)
                || (method.getName().equals("valueOf") && method.getParameterCount() == 1)));
  }

  private boolean isAccessor(Method method) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .anyMatch(component -> component.getAccessor().equals(method));
  }

  private boolean isCanonical(Constructor<?> constructor) {
    return type.isRecord()
        && Arrays.equals(
            constructor.getParameterTypes(),
            Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
  }

  private static String modifiers(int modifiers, int said) {
    return Modifier.toString(modifiers & said);
  }

  private static String deprecated(boolean is) {
    return is ? "@Deprecated" : "";
  }

  private static String clause(String word, Stream<String> names) {
    String all = names.collect(joining(", "));
    return all.isEmpty() ? "" : word + " " + all;
  }

  private static String words(String... words) {
    return Arrays.stream(words).filter(word -> !word.isEmpty()).collect(joining(" "));
  }
}
