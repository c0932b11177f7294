package io.telproof.client.internal.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;

/** Thrown where an include fails. The message is ours, and quotes nothing of a file. */
final class IncludeException extends ConfigException.Parse {
  private static final long serialVersionUID = 1L;

  IncludeException(ConfigOrigin including, String says) {
    super(including, says);
  }
}
