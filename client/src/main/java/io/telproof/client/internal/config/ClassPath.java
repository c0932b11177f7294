package io.telproof.client.internal.config;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where modules and configurations are looked for: beside Telproof's own classes, and where the
 * thread's context says. Either may be the one that knows the application: in an executable jar a
 * thread of the common pool has Java's own loader for its context, and in a container Telproof may
 * be further up than the application.
 */
public final class ClassPath {
  private static final ClassLoader OWN = ClassPath.class.getClassLoader();

  private ClassPath() {}

  /** The loaders, each once; that of Telproof's own classes is the first. */
  public static List<ClassLoader> loaders() {
    @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null || context == OWN ? List.of(OWN) : List.of(OWN, context);
  }

  /**
   * One loader of the resources of both. What the context has comes first, because it is nearer to
   * the application, and what both have is there once.
   */
  public static ClassLoader resources() {
    List<ClassLoader> loaders = loaders();
    return loaders.size() == 1 ? OWN : new Resources(loaders.get(1));
  }

  private static final class Resources extends ClassLoader {
    private Resources(ClassLoader context) {
      super(context);
    }

    @Override
    public @Nullable URL getResource(String name) {
      @Nullable URL first = getParent().getResource(name);
      return first == null ? OWN.getResource(name) : first;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      // By their texts: a URL that is compared looks up the name of its host.
      Set<String> seen = new HashSet<>();
      List<URL> all = Collections.list(getParent().getResources(name));
      all.addAll(Collections.list(OWN.getResources(name)));
      all.removeIf(each -> !seen.add(each.toExternalForm()));
      return Collections.enumeration(all);
    }
  }
}
