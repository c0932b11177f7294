package io.telproof.client.internal.config;

import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;

/**
 * Why a class could not be loaded or made, in words that can be shown: what the JVM says of it
 * names classes and files, and what the class itself throws may quote anything.
 */
public final class LoadFailure {
  private LoadFailure() {}

  /** The words for a {@link ServiceConfigurationError}, a {@link LinkageError} or another. */
  public static String inWords(Throwable failure) {
    if (failure instanceof ServiceConfigurationError) {
      String message = String.valueOf(failure.getMessage());
      // In front stands the name of the service, which is always the same.
      String said = message.substring(message.indexOf(": ") + 2);
      @Nullable Throwable cause = failure.getCause();
      return cause == null ? said : said + " (" + inWords(cause) + ")";
    }
    String name = failure.getClass().getSimpleName();
    if (failure instanceof ExceptionInInitializerError && failure.getCause() != null) {
      return name + ": " + failure.getCause().getClass().getSimpleName();
    }
    return failure instanceof LinkageError && failure.getMessage() != null
        ? name + ": " + failure.getMessage()
        : name;
  }
}
