package io.telproof.client.internal.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseable;
import io.telproof.client.Problem;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration includes. The library passes over what is not there, and says little of what
 * fails: here the first is noted, and the second told in a sentence. The address of what is fetched
 * may hold a token; no more than its host is told. For one reading, by one thread.
 */
final class Includes
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
  /** The library gives up at 50, and lists every one of them. */
  private static final int DEEPEST = 40;

  private final @Nullable ConfigIncluder library;
  private final boolean fetches;
  private final Deque<Source> open;
  private final List<Problem> notes;

  /** What is being read: what it is known by, and what is told of it. */
  private record Source(String id, String told) {
    /** So that a way through .. is the same file. */
    static Source file(String name) {
      try {
        return new Source(Path.of(name).normalize().toString(), name);
      } catch (InvalidPathException e) {
        return new Source(name, name);
      }
    }
  }

  private Includes(
      @Nullable ConfigIncluder library, boolean fetches, Deque<Source> open, List<Problem> notes) {
    this.library = library;
    this.fetches = fetches;
    this.open = open;
    this.notes = notes;
  }

  /**
   * The includes of one file.
   *
   * @param file the file, as it is told
   * @param fetches whether an address is fetched; else that it was not is noted
   */
  static Includes of(String file, boolean fetches) {
    return new Includes(
        null, fetches, new ArrayDeque<>(List.of(Source.file(file))), new ArrayList<>());
  }

  /** What was found, which hinders nothing. */
  List<Problem> notes() {
    return List.copyOf(notes);
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return new Includes(fallback, fetches, open, notes);
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    @Nullable URL url = url(what);
    if (url != null) {
      return includeURL(context, url);
    }
    @Nullable ConfigParseable beside = context.relativeTo(what);
    String name = beside == null ? what : beside.origin().description();
    return read(context, what, Source.file(name), () -> library().include(context, what));
  }

  /** As the library takes it: whatever is an address is one. */
  private static @Nullable URL url(String what) {
    try {
      return new URL(what);
    } catch (MalformedURLException e) {
      return null;
    }
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    return read(
        context,
        what.getPath(),
        Source.file(what.getPath()),
        () -> ((ConfigIncluderFile) library()).includeFile(context, what));
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    return read(
        context,
        what,
        new Source("classpath:" + what, what),
        () -> ((ConfigIncluderClasspath) library()).includeResources(context, what));
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    boolean local = what.getProtocol().equals("file");
    if (!local && !fetches) {
      note(
          host(what)
              + " is not fetched here, because nothing is sent: a key that stands there may be told"
              + " as missing");
      return ConfigFactory.empty().root();
    }
    Source including = open.getLast();
    return read(
        context,
        local ? what.getPath() : host(what),
        local ? Source.file(what.getPath()) : new Source(what.toString(), host(what)),
        () -> {
          try {
            return ((ConfigIncluderURL) library()).includeURL(context, what);
          } catch (ConfigException.BugOrBroken e) {
            if (e.getCause() instanceof IOException cause) {
              throw wrong(
                  including,
                  host(what) + " cannot be fetched: " + cause.getClass().getSimpleName());
            }
            throw e;
          }
        });
  }

  private static String host(URL url) {
    return "the file of " + url.getProtocol() + "://" + url.getAuthority().replaceFirst(".*@", "");
  }

  private ConfigIncluder library() {
    if (library == null) {
      throw new IllegalStateException("the library has not said how it includes");
    }
    return library;
  }

  private ConfigObject read(
      ConfigIncludeContext context, String what, Source source, Supplier<ConfigObject> included) {
    Source including = open.getLast();
    if (open.stream().anyMatch(each -> each.id().equals(source.id())) || open.size() > DEEPEST) {
      throw wrong(including, what + " closes a circle of includes; take one of them out");
    }
    open.addLast(source);
    ConfigObject object;
    try {
      object = included.get();
    } catch (ConfigException.IO e) {
      open.removeLast();
      throw wrong(
          including,
          what
              + (context.parseOptions().getAllowMissing()
                  ? " cannot be read"
                  : " is required, and is not there or cannot be read"));
    }
    open.removeLast();
    // Where nothing was read there is no line either.
    if (object.isEmpty() && object.origin().lineNumber() < 0) {
      note(
          what
              + " is not there, and nothing is included; where it has to be, write include"
              + " required(…)");
    }
    return object;
  }

  private void note(String says) {
    notes.add(new Problem("include", open.getLast().told(), says));
  }

  private static IncludeException wrong(Source including, String says) {
    return new IncludeException(
        ConfigOriginFactory.newSimple(including.told()), "include: " + says);
  }
}
