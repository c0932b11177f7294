package io.telproof.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What of a type gets into the text, and what does not. */
@SuppressWarnings("unused")
public class ApiTextTest {
  /** Sealed, with a record that has one constructor more and a static method. */
  public sealed interface Shape<V extends @Nullable Object> {
    V value();

    default Optional<V> seen() {
      return Optional.ofNullable(value());
    }

    record Square<V extends @Nullable Object>(V value, int side) implements Shape<V> {
      public Square(V value) {
        this(value, 1);
      }

      Square(int side, V value) {
        this(value, side);
      }

      public static <K extends Comparable<K> & Serializable> Map<K, ? super Integer> by(K key) {
        return Map.of(key, 1);
      }
    }
  }

  /** What a subclass may use is seen by others, and what is inherited from nowhere too. */
  public abstract static class Open extends InternalBase {
    public static final int MOST = 3;
    protected @Nullable String name;
    int hidden;

    protected Open() {}

    Open(int hidden) {
      this.hidden = hidden;
    }

    protected abstract void close() throws IOException, IllegalStateException;

    @SafeVarargs
    public final void all(String first, Function<? extends Number, String[]>... rest) {}

    void unseen() {}

    @Override
    public String toString() {
      return "open";
    }
  }

  abstract static class InternalBase {
    public @Nullable String inherited() {
      return null;
    }

    private static void own() {}
  }

  /** An enum with a method. */
  public enum Size {
    SMALL,
    LARGE {
      @Override
      public int weight() {
        return 2;
      }
    };

    public int weight() {
      return 1;
    }
  }

  /** With and without a default. */
  public @interface Mark {
    String value();

    int times() default 1;
  }

  private static String print(Class<?>... types) {
    return ApiText.of(List.of(types));
  }

  @Test
  void a_sealed_interface_says_whom_it_permits_and_a_record_what_it_is_made_of() {
    assertThat(print(Shape.class, Shape.Square.class))
        .isEqualTo(
            """
            package io.telproof.api

            sealed interface ApiTextTest.Shape<V extends @Nullable Object> permits ApiTextTest.Shape.Square
              default java.util.Optional<V> seen()
              V value()

            record ApiTextTest.Shape.Square<V extends @Nullable Object>(V value, int side) implements ApiTextTest.Shape<V>
              static <K extends Comparable<K> & java.io.Serializable> java.util.Map<K, ? super Integer> by(K)
              new(V)
            """);
  }

  @Test
  void a_class_says_what_is_for_those_who_extend_it_and_what_it_inherits_from_what_is_not_seen() {
    assertThat(print(Open.class, InternalBase.class))
        .isEqualTo(
            """
            package io.telproof.api

            abstract class ApiTextTest.Open
              static final int MOST
              final void all(String, java.util.function.Function<? extends Number, String[]>...)
              protected abstract void close() throws java.io.IOException
              @Nullable String inherited()
              protected @Nullable String name
              protected new()
            """);
  }

  @Test
  void an_enum_says_its_constants_and_an_annotation_what_has_a_default() {
    assertThat(print(Size.class, Mark.class))
        .isEqualTo(
            """
            package io.telproof.api

            annotation ApiTextTest.Mark
              int times() = default
              String value()

            enum ApiTextTest.Size
              constant LARGE
              constant SMALL
              int weight()
            """);
  }

  @Test
  void what_is_internal_is_left_out() throws ClassNotFoundException {
    assertThat(print(Class.forName("io.telproof.testkit.internal.Outcome"))).isEmpty();
  }
}
