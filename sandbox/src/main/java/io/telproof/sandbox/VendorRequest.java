package io.telproof.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One request as its bytes arrived: nothing decoded, nothing put in order. Immutable; prints
 * neither its query nor its body.
 */
public final class VendorRequest {

  private final String method;
  private final String target;
  private final List<Header> headers;
  private final byte[] body;

  /**
   * Holds one request.
   *
   * @param method such as {@code POST}
   * @param target path and query exactly as the request line has them, such as {@code /?a=b}
   * @param headers in the order they were sent, a repeated one repeated
   * @param body the bytes after the head, with any transfer coding taken off
   */
  public VendorRequest(String method, String target, List<Header> headers, byte[] body) {
    this.method = method;
    this.target = target;
    this.headers = List.copyOf(headers);
    this.body = body.clone();
  }

  /** {@return the HTTP method, in upper case} */
  public String method() {
    return method;
  }

  /** {@return path and query exactly as the request line had them} */
  public String target() {
    return target;
  }

  /** {@return the target up to its first question mark} */
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** {@return the target after its first question mark, still encoded; empty where it has none} */
  public String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? "" : target.substring(mark + 1);
  }

  /** {@return the headers, in the order in which they came} */
  public List<Header> headers() {
    return headers;
  }

  /**
   * {@return the values sent under this name, in whatever case, in their order}
   *
   * @param name the header's name, in any case
   */
  public List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /**
   * {@return the first value sent under this name, in whatever case}
   *
   * @param name the header's name, in any case
   */
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /** {@return a copy of the body's bytes} */
  public byte[] body() {
    return body.clone();
  }

  /** {@return the body read as UTF-8} */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Says the method, the path without numbers, and how much there is of the rest. */
  @Override
  public String toString() {
    return "%s %s (%d headers, %d bytes)"
        .formatted(method, NumberMask.path(path()), headers.size(), body.length);
  }
}
