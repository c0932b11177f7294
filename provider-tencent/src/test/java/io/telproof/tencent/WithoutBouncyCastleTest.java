package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.junit.jupiter.api.Test;

/** The library that has SM2 and SM4 is optional: who wants them without it is told what to add. */
final class WithoutBouncyCastleTest {
  private static final String ACCOUNT =
      "telproof.providers.main { type = tencent, secret-id = a, secret-key = b, encryption = %s }";

  @Test
  void SM4_without_the_library_is_refused_at_the_start_with_the_jar_to_add() {
    assertThatThrownBy(() -> open("sm4-gcm"))
        .hasMessageContaining("org.bouncycastle:bcprov-jdk18on");
  }

  @Test
  void AES_needs_no_library() throws Throwable {
    assertThat(open("aes-256-cbc")).isNotNull();
  }

  /** Opens a client in a class loader that sees everything but the library. */
  private static Object open(String encryption) throws Throwable {
    try (URLClassLoader without = classLoader()) {
      Class<?> telproof = without.loadClass("io.telproof.client.Telproof");
      Class<?> config = without.loadClass("com.typesafe.config.Config");
      Object parsed =
          without
              .loadClass(ConfigFactory.class.getName())
              .getMethod("parseString", String.class)
              .invoke(null, ACCOUNT.formatted(encryption));
      Thread.currentThread().setContextClassLoader(without);
      Object opened = telproof.getMethod("open", config).invoke(null, parsed);
      ((AutoCloseable) opened).close();
      return opened;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      Thread.currentThread().setContextClassLoader(WithoutBouncyCastleTest.class.getClassLoader());
    }
  }

  private static URLClassLoader classLoader() throws IOException {
    List<URL> urls = new ArrayList<>();
    StringTokenizer entries =
        new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
    while (entries.hasMoreTokens()) {
      String entry = entries.nextToken();
      if (!entry.contains("bcprov")) {
        urls.add(url(entry));
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String entry) throws MalformedURLException {
    return new File(entry).toURI().toURL();
  }
}
