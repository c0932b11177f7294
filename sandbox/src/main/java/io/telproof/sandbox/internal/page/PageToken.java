package io.telproof.sandbox.internal.page;

import io.telproof.sandbox.VendorRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What opens the sandbox's own pages where others reach them. Never printed. */
final class PageToken {
  private static final Pattern BEARER = Pattern.compile("[Bb]earer +(\\S+)");

  private final byte[] token;

  PageToken(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the request bears it, in its Authorization header. */
  boolean isBorneBy(VendorRequest request) {
    return request.headers("Authorization").stream()
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .anyMatch(bearer -> matches(bearer.group(1)));
  }

  /** Whether the request has the cookie of a browser that bore it before. */
  boolean isInCookieOf(VendorRequest request) {
    return request.headers("Cookie").stream()
        .flatMap(header -> Arrays.stream(header.split(";")))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(cookieName(request) + '='))
        .anyMatch(cookie -> matches(cookie.substring(cookie.indexOf('=') + 1)));
  }

  /** The cookie that takes its place in a browser; no script of the page can read it. */
  String cookie(VendorRequest request) {
    return "%s=%s; Path=/; HttpOnly; SameSite=Strict"
        .formatted(cookieName(request), new String(token, StandardCharsets.UTF_8));
  }

  /** Cookies are of a host; two sandboxes on two ports of it need two. */
  private static String cookieName(VendorRequest request) {
    Optional<String> port =
        request
            .header("Host")
            .filter(host -> host.matches(".*:\\d+"))
            .map(host -> host.substring(host.lastIndexOf(':') + 1));
    return "telproof-sandbox" + port.map(number -> '-' + number).orElse("");
  }

  private boolean matches(String sent) {
    return MessageDigest.isEqual(token, sent.getBytes(StandardCharsets.UTF_8));
  }
}
