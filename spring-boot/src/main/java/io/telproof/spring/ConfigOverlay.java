package io.telproof.spring;

import com.typesafe.config.Config;

/** What a test lays over the configuration of the application. */
interface ConfigOverlay {
  /** The configuration that is opened in the place of this one. */
  Config over(Config config);
}
