package io.telproof.spi.http;

import io.telproof.spi.http.ConnectionProgress.Step;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Says why no connection to a vendor came about, and what to look at. Of what was thrown it uses
 * the class, and the status of a proxy: the rest may quote what the vendor or a proxy sent. The
 * hosts are those of the configuration. Immutable.
 */
final class ConnectionFailure {
  private static final String UNSENT = "; nothing was sent; ";
  private static final String LOOK_AT_HOST = "look at the vendor's host in the configuration";
  private static final String LOOK_AT_PROXY = "look at network.proxy";
  private static final String LOOK_AT_MIDDLE = "at who opens TLS on the way";

  /** What OkHttp says of a 407 to a CONNECT. */
  private static final String NO_PASSWORD = "Failed to authenticate with proxy";

  /** What OkHttp says of any other refusal of a CONNECT. */
  private static final Pattern NO_TUNNEL =
      Pattern.compile("Unexpected response code for CONNECT: ([1-5][0-9]{2})");

  private final HttpUrl vendor;
  private final Optional<HttpProxy> proxy;

  /**
   * On the way to a vendor.
   *
   * @param proxy the one on the way to this vendor, if there is one
   */
  ConnectionFailure(HttpUrl vendor, Optional<HttpProxy> proxy) {
    this.vendor = vendor;
    this.proxy = proxy;
  }

  /** Why it was not there in time. */
  String late(Step step) {
    return switch (step) {
      case NONE -> UNSENT + "look at the network";
      case LOOK_UP ->
          ": " + name() + " was still being looked up" + UNSENT + "look at the DNS of this machine";
      case CONNECT ->
          proxy.isPresent()
              ? ": "
                  + peer()
                  + " opened no way to the vendor"
                  + UNSENT
                  + "look at the proxy and at the way from there to the vendor"
              : ": "
                  + peer()
                  + " did not answer"
                  + UNSENT
                  + "look at the network, and at a firewall on the way";
      case TLS ->
          ": "
              + address()
              + " did not finish the TLS handshake"
              + UNSENT
              + "look at the network and "
              + LOOK_AT_MIDDLE;
    };
  }

  /** Why it failed. */
  String reason(@Nullable Throwable thrown, Step step) {
    if (thrown instanceof UnknownHostException) {
      return name() + " is not known" + UNSENT + lookAtHost() + ", and at the DNS of this machine";
    }
    if (thrown instanceof SSLException failed) {
      return tls(failed);
    }
    if (step == Step.TLS) {
      return ended();
    }
    if (thrown instanceof ConnectException) {
      return peer() + " refused it, as where nobody listens" + UNSENT + lookAtPeer();
    }
    if (thrown instanceof NoRouteToHostException
        || (thrown instanceof SocketException && proxy.isEmpty())) {
      return "this machine has no way to " + peer() + UNSENT + lookAtPeer();
    }
    if (thrown != null && proxy.isPresent() && step == Step.CONNECT) {
      return tunnel(thrown);
    }
    return (thrown == null ? "no cause" : thrown.getClass().getSimpleName())
        + UNSENT
        + "look at the network";
  }

  private String tls(SSLException failed) {
    if (failed instanceof SSLPeerUnverifiedException) {
      return "the certificate that "
          + vendor.host()
          + " shows is for another name"
          + UNSENT
          + LOOK_AT_HOST
          + ", and "
          + LOOK_AT_MIDDLE;
    }
    if (has(failed, CertificateExpiredException.class)) {
      return "the certificate of " + vendor.host() + " has expired" + lookAtClock();
    }
    if (has(failed, CertificateNotYetValidException.class)) {
      return "the certificate of " + vendor.host() + " is not valid yet" + lookAtClock();
    }
    if (has(failed, CertPathBuilderException.class)) {
      return "the certificate of "
          + vendor.host()
          + " comes from no CA that is trusted here"
          + UNSENT
          + "where somebody on the way opens TLS, give the certificate of that CA in"
          + " network.ca-file";
    }
    if (has(failed, CertificateException.class)) {
      return "the certificate of "
          + vendor.host()
          + " is not accepted by this Java"
          + UNSENT
          + "look "
          + LOOK_AT_MIDDLE;
    }
    if (has(failed, EOFException.class) || has(failed, SocketException.class)) {
      return ended();
    }
    return failed instanceof SSLHandshakeException
        ? address() + " refused the TLS handshake" + UNSENT + lookAtTls()
        : address() + " speaks no TLS" + UNSENT + lookAtTls();
  }

  private String ended() {
    return "the connection to " + address() + " ended in the TLS handshake" + UNSENT + lookAtTls();
  }

  private String tunnel(Throwable thrown) {
    String says = String.valueOf(thrown.getMessage());
    if (says.equals(NO_PASSWORD)) {
      return peer()
          + " asks for a password (HTTP 407)"
          + UNSENT
          + "none can be given: have this machine allowed without one, or take another proxy";
    }
    Matcher refusal = NO_TUNNEL.matcher(says);
    if (!refusal.matches()) {
      return peer() + " answered with no HTTP" + UNSENT + LOOK_AT_PROXY;
    }
    String status = refusal.group(1);
    if (status.equals("403")) {
      return peer()
          + " forbids the way to "
          + address()
          + " (HTTP 403)"
          + UNSENT
          + "have it allowed by whoever runs the proxy";
    }
    return status.startsWith("5")
        ? peer()
            + " could not reach "
            + address()
            + " (HTTP "
            + status
            + ")"
            + UNSENT
            + "look at the way from the proxy to the vendor"
        : peer()
            + " refused the way to the vendor with HTTP "
            + status
            + UNSENT
            + LOOK_AT_PROXY
            + ": is it an HTTP proxy that opens tunnels?";
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return true;
      }
    }
    return false;
  }

  /** The name that is looked up. */
  private String name() {
    return proxy
        .map(through -> "the name of the proxy, " + through.host() + ",")
        .orElseGet(() -> "the name " + vendor.host());
  }

  /** Who is at the other end of the connection. */
  private String peer() {
    return proxy
        .map(through -> "the proxy at " + through.host() + ":" + through.port())
        .orElseGet(this::address);
  }

  private String address() {
    return vendor.host() + ":" + vendor.port();
  }

  private String lookAtHost() {
    return proxy.isPresent() ? LOOK_AT_PROXY : LOOK_AT_HOST;
  }

  private String lookAtPeer() {
    return proxy.isPresent() ? LOOK_AT_PROXY : LOOK_AT_HOST + ", and at a firewall on the way";
  }

  private String lookAtTls() {
    return LOOK_AT_HOST
        + (proxy.isPresent() ? ", at network.proxy" : "")
        + ", and "
        + LOOK_AT_MIDDLE;
  }

  private static String lookAtClock() {
    return UNSENT + "look at the clock of this machine, and " + LOOK_AT_MIDDLE;
  }
}
