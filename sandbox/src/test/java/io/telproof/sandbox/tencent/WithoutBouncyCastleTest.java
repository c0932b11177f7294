package io.telproof.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Http;
import io.telproof.sandbox.Sandbox;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** BouncyCastle is optional: without it everything works but SM2 and SM4, which say so. */
final class WithoutBouncyCastleTest {

  @Test
  void the_sandbox_works_and_says_what_it_lacks() throws Exception {
    try (URLClassLoader without = classPathWithoutBouncyCastle()) {
      Class<?> vendor = without.loadClass(TencentVendor.class.getName());
      Class<?> vendorType = without.loadClass("io.telproof.sandbox.Vendor");
      Object vendors = java.lang.reflect.Array.newInstance(vendorType, 1);
      java.lang.reflect.Array.set(vendors, 0, vendor.getConstructor().newInstance());
      Class<?> type = without.loadClass(Sandbox.class.getName());
      try (AutoCloseable sandbox =
          (AutoCloseable) type.getMethod("start", vendors.getClass()).invoke(null, vendors)) {
        URI endpoint = (URI) type.getMethod("endpoint").invoke(sandbox);
        try (Sandbox unused = Sandbox.start()) {
          Tc3Client client = Tc3Client.of(unused, Instant.now()).moved(endpoint);

          assertThat(body(client, new Sealer(false, new Random(1)))).contains("\"Result\":\"0\"");
          assertThat(body(client, new Sealer(true, new Random(1))))
              .contains("FailedOperation.DecryptSystemError", "org.bouncycastle:bcprov-jdk18on");
        }
      }
    }
  }

  private static String body(Tc3Client client, Sealer sealer) {
    Http.Reply reply =
        Tc3Client.send(
            client.post("MobileStatus", "2018-03-01", sealer.mobile("13800138000").toString()));
    return reply.body();
  }

  private static URLClassLoader classPathWithoutBouncyCastle() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("bcprov")) {
        urls.add(new File(entry).toURI().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
