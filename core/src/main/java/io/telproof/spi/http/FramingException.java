package io.telproof.spi.http;

import java.net.ProtocolException;

/** What came is not one reply. Its message is ours, and quotes nothing of what came. */
final class FramingException extends ProtocolException {
  private static final long serialVersionUID = 1L;

  FramingException(String what) {
    super(what);
  }
}
