package io.telproof.client.internal.ledger;

import io.telproof.spi.CheckType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The value of a known answer as bytes, by the components of its record. An enum is written by its
 * name and a text by its UTF-16, so that nothing is lost. What has another form by now is not read.
 */
final class AnswerCodec {
  private static final int VERSION = 1;

  private AnswerCodec() {}

  /**
   * The bytes of a value.
   *
   * @param value of the check's own type
   */
  static byte[] encode(CheckType check, Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      write(check.value(), value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The value of bytes.
   *
   * @throws UnreadableAnswerException if they are not those of a value of this check, as it is now
   */
  static Object decode(CheckType check, byte[] bytes) throws UnreadableAnswerException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() == VERSION) {
        Object value = read(check.value(), in);
        if (in.read() < 0) {
          return value;
        }
      }
    } catch (IOException | ReflectiveOperationException | IllegalArgumentException e) {
      // What it says may quote the value.
    }
    throw new UnreadableAnswerException(
        "it was written in another form than " + check.key() + " has now");
  }

  private static void write(Type type, Object value, DataOutputStream out) throws IOException {
    if (type instanceof ParameterizedType parameterized) {
      Type inner = parameterized.getActualTypeArguments()[0];
      if (value instanceof Optional<?> optional) {
        out.writeBoolean(optional.isPresent());
        if (optional.isPresent()) {
          write(inner, optional.get(), out);
        }
        return;
      }
      if (value instanceof Set<?> set) {
        out.writeInt(set.size());
        for (Object each : set) {
          write(inner, each, out);
        }
        return;
      }
    } else if (value instanceof Record) {
      RecordComponent[] components = value.getClass().getRecordComponents();
      out.writeInt(components.length);
      for (RecordComponent component : components) {
        write(component.getGenericType(), component(component, value), out);
      }
      return;
    } else if (value instanceof Enum<?> constant) {
      writeText(constant.name(), out);
      return;
    } else if (value instanceof String text) {
      writeText(text, out);
      return;
    } else if (value instanceof Integer number) {
      out.writeInt(number);
      return;
    } else if (value instanceof Boolean either) {
      out.writeBoolean(either);
      return;
    } else if (value instanceof OptionalInt optional) {
      out.writeBoolean(optional.isPresent());
      if (optional.isPresent()) {
        out.writeInt(optional.getAsInt());
      }
      return;
    } else if (value instanceof Instant instant) {
      out.writeLong(instant.getEpochSecond());
      out.writeInt(instant.getNano());
      return;
    }
    throw new IllegalArgumentException("no answer has a part of this type: " + type.getTypeName());
  }

  private static Object component(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "an answer of this type cannot be read: " + value.getClass().getName(), e);
    }
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  private static Object read(Type type, DataInputStream in)
      throws IOException, ReflectiveOperationException {
    if (type instanceof ParameterizedType parameterized) {
      Type inner = parameterized.getActualTypeArguments()[0];
      if (parameterized.getRawType() == Optional.class) {
        return in.readBoolean() ? Optional.of(read(inner, in)) : Optional.empty();
      }
      if (parameterized.getRawType() == Set.class) {
        Set<Object> set = new LinkedHashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
          set.add(read(inner, in));
        }
        return set;
      }
    } else if (type == String.class) {
      return readText(in);
    } else if (type == int.class) {
      return in.readInt();
    } else if (type == boolean.class) {
      return in.readBoolean();
    } else if (type == OptionalInt.class) {
      return in.readBoolean() ? OptionalInt.of(in.readInt()) : OptionalInt.empty();
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(in.readLong(), in.readInt());
    } else if (type instanceof Class<?> known && known.isEnum()) {
      String name = readText(in);
      return Arrays.stream(known.getEnumConstants())
          .filter(each -> ((Enum<?>) each).name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    } else if (type instanceof Class<?> known && known.isRecord()) {
      return readRecord(known, in);
    }
    throw new IllegalArgumentException("no answer has a part of this type: " + type.getTypeName());
  }

  private static Object readRecord(Class<?> type, DataInputStream in)
      throws IOException, ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    if (in.readInt() != components.length) {
      throw new IllegalArgumentException("another number of components");
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = read(components[i].getGenericType(), in);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return type.getConstructor(types).newInstance(values);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available() / Character.BYTES) {
      throw new IOException("a text that is longer than what is left");
    }
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(in.readChar());
    }
    return text.toString();
  }
}
