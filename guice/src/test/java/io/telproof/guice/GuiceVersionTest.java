package io.telproof.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Maven runs the tests of this package on Guice 5, 6 and 7, and says which it means. */
class GuiceVersionTest {
  @Test
  void these_tests_run_on_the_guice_that_the_build_says() throws IOException {
    URL guice = Injector.class.getResource("Injector.class");
    JarURLConnection connection = (JarURLConnection) guice.openConnection();
    // Else the class loader's own jar would be closed below.
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Bundle-Version"))
          .isEqualTo(System.getProperty("telproof.guice"));
    }
  }
}
