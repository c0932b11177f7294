package io.telproof.sandbox.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page for people: one file, of which a browser runs what stands in it and loads no other. */
final class HtmlPage {
  private static final String FILE = "sandbox.html";

  private final String text;
  private final String policy;

  HtmlPage() {
    this.text = read();
    this.policy =
        "default-src 'none'; script-src "
            + hashes("script")
            + "; style-src "
            + hashes("style")
            + "; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";
  }

  PageReply reply(int status) {
    return PageReply.text(status, "text/html; charset=utf-8", text)
        .with("Content-Security-Policy", policy);
  }

  private String hashes(String element) {
    return Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(HtmlPage::hash)
        .collect(Collectors.joining(" "));
  }

  private static String hash(MatchResult content) {
    try {
      byte[] bytes = content.group(1).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String read() {
    try (InputStream file = HtmlPage.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing in the jar of the sandbox");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
