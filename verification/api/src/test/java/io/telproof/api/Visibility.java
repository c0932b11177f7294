package io.telproof.api;

import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** What somebody outside of the module can name. */
final class Visibility {
  private Visibility() {}

  static boolean isSeen(Class<?> type) {
    if (type.isAnonymousClass() || type.isLocalClass() || type.isSynthetic()) {
      return false;
    }
    Class<?> outer = type.getDeclaringClass();
    return isSeen(type.getModifiers()) && (outer == null || isSeen(outer));
  }

  static boolean isSeen(Member member) {
    return isSeen(member.getModifiers()) && !member.isSynthetic();
  }

  private static boolean isSeen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** The type, and those above it that cannot be named: their members are to be had from it. */
  static List<Class<?>> withUnseenAbove(Class<?> type) {
    List<Class<?>> all = new ArrayList<>(List.of(type));
    addUnseenAbove(type, all);
    return all;
  }

  private static void addUnseenAbove(Class<?> type, List<Class<?>> all) {
    List<Class<?>> above = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      above.add(type.getSuperclass());
    }
    for (Class<?> each : above) {
      if (!isSeen(each) && !all.contains(each)) {
        all.add(each);
        addUnseenAbove(each, all);
      }
    }
  }

  static boolean isOfObject(Executable method) {
    return switch (method.getName()) {
      case "hashCode", "toString" -> method.getParameterCount() == 0;
      case "equals" ->
          method.getParameterCount() == 1 && method.getParameterTypes()[0] == Object.class;
      default -> false;
    };
  }
}
