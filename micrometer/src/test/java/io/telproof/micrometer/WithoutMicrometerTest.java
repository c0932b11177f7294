package io.telproof.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whoever wants no meters brings no Micrometer. */
class WithoutMicrometerTest {
  @Test
  void a_client_opens_and_asks_where_micrometer_is_not_on_the_class_path() throws Exception {
    try (URLClassLoader loader = withoutMicrometer()) {
      assertThatThrownBy(
              () -> loader.loadClass("io.micrometer.core.instrument.MeterRegistry"),
              "this class path has no Micrometer")
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(answerFrom(loader)).isEqualTo("main");
    }
  }

  @Test
  void only_the_meters_themselves_need_it() throws Exception {
    try (URLClassLoader loader = withoutMicrometer()) {
      Class<?> meters = loader.loadClass(TelproofMeters.class.getName());
      assertThatThrownBy(meters::getConstructors)
          .isInstanceOf(NoClassDefFoundError.class)
          .hasMessageContaining("MeterRegistry");
    }
  }

  private static String answerFrom(URLClassLoader loader) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Object client =
          loader.loadClass(ClientAlone.class.getName()).getDeclaredConstructor().newInstance();
      assertThat(client.getClass()).isNotEqualTo(ClientAlone.class);
      return (String) ((Supplier<?>) client).get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** This test's own class path, but for Micrometer, beside nothing but the JDK. */
  private static URLClassLoader withoutMicrometer() {
    URL[] rest =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(entry -> !entry.getFileName().toString().startsWith("micrometer-"))
            .map(WithoutMicrometerTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
