package io.telproof.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaFileTest {
  private final PrivateCa one = new PrivateCa();
  private final PrivateCa other = new PrivateCa();

  @TempDir private Path folder;

  @Test
  void every_certificate_of_a_file_is_read() throws Exception {
    String text = "# ours\r\n" + one.root.certificatePem() + "\n\n" + other.root.certificatePem();
    assertThat(CaFile.of(file(text)).certificates())
        .containsExactly(one.root.certificate(), other.root.certificate());
  }

  @Test
  void lines_may_end_as_windows_ends_them() throws Exception {
    String text = one.root.certificatePem().replace("\n", "\r\n");
    assertThat(CaFile.of(file(text)).certificates()).containsExactly(one.root.certificate());
  }

  @Test
  void a_private_key_beside_a_certificate_is_passed_over() throws Exception {
    String text = one.root.privateKeyPkcs8Pem() + one.root.certificatePem();
    assertThat(CaFile.of(file(text)).certificates()).containsExactly(one.root.certificate());
  }

  @Test
  @Timeout(10)
  void a_pipe_is_refused_and_not_waited_for() throws Exception {
    Path pipe = folder.resolve("ca.pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    refused(pipe.toString(), "ca.pipe cannot be read; is it a file?");
  }

  @Test
  void a_private_key_alone_is_refused() throws Exception {
    refused(file(one.root.privateKeyPkcs8Pem()), "ca.pem holds a private key and no certificate");
    refused(
        file(one.root.privateKeyPkcs8Pem().replace("PRIVATE", "EC PRIVATE")),
        "ca.pem holds a private key and no certificate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "canary0815", "-----BEGIN CERTIFICATE REQUEST-----\ncanary0815"})
  void a_file_without_a_certificate_is_refused(String text) throws Exception {
    refused(file(text), "ca.pem holds no certificate in PEM");
  }

  @Test
  void a_broken_certificate_is_refused_and_counted() throws Exception {
    String good = one.root.certificatePem();
    String bad = other.root.certificatePem();
    int middle = bad.length() / 2;
    for (String broken :
        List.of(
            bad.substring(0, middle),
            bad.substring(0, middle) + bad.substring(middle + 7),
            bad.replace("MII", "!!!"),
            "-----BEGIN CERTIFICATE-----\ncanary0815\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n")) {
      refused(file(good + broken), "certificate 2 of ca.pem is broken");
      refused(file(broken + good), "certificate 1 of ca.pem is broken");
    }
  }

  @Test
  void what_cannot_be_read_is_refused() throws Exception {
    refused(folder.resolve("canary0815").resolve("none.pem").toString(), "no file none.pem");
    refused(Files.createDirectory(folder.resolve("dir")).toString(), "dir cannot be read");
    refused("/", "cannot be read");
    refused(file("x".repeat((4 << 20) + 1)), "ca.pem is larger than");
  }

  @Test
  void the_content_in_place_of_the_path_is_refused_and_not_repeated() {
    refused(one.root.privateKeyPkcs8Pem(), "expected the path");
    refused("MIIcanary0815/\ncanary0815", "expected the path");
    refused("", "expected the path");
    refused(" ", "expected the path");
    refused("canary0815\0", "not a path");
  }

  @Test
  void a_list_without_certificates_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CaFile(List.of()))
        .withMessageContaining("at least one certificate");
  }

  @Test
  void it_prints_a_number_and_no_names() {
    assertThat(one.file().toString()).isEqualTo("CaFile[1]");
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), text).toString();
  }

  private void refused(String path, String says) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CaFile.of(path))
        .withMessageContaining(says)
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary", "0815", "MII"));
  }
}
