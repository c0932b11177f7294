package io.telproof.sandbox.internal.page;

import io.telproof.sandbox.VendorRequest;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may read the sandbox's own pages and change what stands on them.
 *
 * <p>Without a token whoever is on this machine may, and no web page that a browser on it has open:
 * neither by a form or a script of another site, which a browser tells by {@code Origin} and {@code
 * Sec-Fetch-Site}, nor under a name that its owner points at this address (DNS rebinding), which
 * the {@code Host} header tells. Where there is a token it takes the place of the second: a browser
 * has it for the one name under which it was given.
 */
final class AccessRules {
  private final InetAddress listening;
  private final Optional<PageToken> token;

  AccessRules(InetAddress listening, Optional<PageToken> token) {
    this.listening = listening;
    this.token = token;
  }

  /** The refusal of this request; empty where it may be answered. */
  Optional<PageReply> refusal(VendorRequest request) {
    if (token.isEmpty() && !isListeningAddress(request)) {
      return Optional.of(
          PageReply.error(
              403, "the Host header is not the address of this sandbox: use http://" + address()));
    }
    if (isOfAnotherSite(request)) {
      return Optional.of(
          PageReply.error(403, "this request was made by a page of another site, and is refused"));
    }
    return token.filter(each -> !each.isBorneBy(request) && !each.isInCookieOf(request)).isPresent()
        ? Optional.of(
            PageReply.error(
                    401,
                    "the sandbox's own pages need its token, which was printed at its start:"
                        + " Authorization: Bearer TOKEN, or /?token=TOKEN in a browser")
                .with("WWW-Authenticate", "Bearer"))
        : Optional.empty();
  }

  /** The cookie for a browser that bears the token; empty where it does not, or none is needed. */
  Optional<String> cookie(VendorRequest request) {
    return token.filter(each -> each.isBorneBy(request)).map(each -> each.cookie(request));
  }

  /** The name alone: whoever comes through a tunnel has another port. */
  private boolean isListeningAddress(VendorRequest request) {
    String host = request.header("Host").orElse("").toLowerCase(Locale.ROOT);
    String name = host.replaceFirst(":\\d*$", "");
    boolean local = name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    return local || name.equals(address());
  }

  private String address() {
    String address = listening.getHostAddress();
    return address.indexOf(':') < 0 ? address : '[' + address + ']';
  }

  private static boolean isOfAnotherSite(VendorRequest request) {
    String site = request.header("Sec-Fetch-Site").orElse("none");
    boolean foreign = !site.equals("none") && !site.equals("same-origin");
    boolean followsLink =
        request.method().equals("GET")
            && request.header("Sec-Fetch-Mode").orElse("").equals("navigate");
    return (foreign && !followsLink) || hasForeignOrigin(request);
  }

  private static boolean hasForeignOrigin(VendorRequest request) {
    String own = "http://" + request.header("Host").orElse("");
    return request.header("Origin").filter(origin -> !origin.equalsIgnoreCase(own)).isPresent();
  }
}
