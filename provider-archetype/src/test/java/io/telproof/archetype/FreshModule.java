package io.telproof.archetype;

import io.telproof.testkit.ClauseNames;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A module that the archetype's plugin has just generated, on the class path of this build. */
final class FreshModule {
  private final Path root;
  private final Path main;
  private final Path test;

  /** The one of this project among the test's resources. */
  FreshModule(String project) {
    this.root =
        Path.of("target", "test-classes", "projects", project, "project", "provider-" + project);
    // Under Maven's names: by them the architecture rules tell a module's tests from the module.
    this.main = Path.of("target", project, "target", "classes");
    this.test = Path.of("target", project, "target", "test-classes");
  }

  private FreshModule(Path root, Path target) {
    this.root = root;
    this.main = target.resolve("classes");
    this.test = target.resolve("test-classes");
  }

  /** The same module in another place, with these files beside its own or in their place. */
  FreshModule with(String name, Map<String, String> others) throws IOException {
    Path target = Path.of("target", name, "target");
    Path copy = target.resolveSibling("source");
    Map<String, String> all = new TreeMap<>(files());
    all.putAll(others);
    for (Map.Entry<String, String> file : all.entrySet()) {
      Path place = copy.resolve(file.getKey());
      Files.createDirectories(place.resolveSibling("."));
      Files.writeString(place, file.getValue());
    }
    return new FreshModule(copy, target);
  }

  /** Every file of the module by its path, as text. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path file : under(root)) {
      files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    return files;
  }

  /** What the compiler says of it, tests included; nothing where all is well. */
  String compile() throws IOException {
    String path = System.getProperty("java.class.path");
    String said = compile(root.resolve("src/main/java"), main, path);
    Path resources = root.resolve("src/main/resources");
    for (Path file : under(resources)) {
      Path copy = main.resolve(resources.relativize(file).toString());
      Files.createDirectories(copy.resolveSibling("."));
      Files.write(copy, Files.readAllBytes(file));
    }
    String both = path + System.getProperty("path.separator") + main;
    return said + compile(root.resolve("src/test/java"), test, both);
  }

  private static String compile(Path sources, Path classes, String path) throws IOException {
    Files.createDirectories(classes);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "--release",
              "17",
              "-proc:none",
              "-Xlint:all,-path,-options",
              "-d",
              classes.toString(),
              "-cp",
              path);
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(
                      under(sources).stream()
                          .filter(file -> file.toString().endsWith(".java"))
                          .toList()))
              .call();
      return compiled ? said.toString() : "not compiled: " + said;
    }
  }

  private static List<Path> under(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What a run of its tests came to: the message of each clause that failed, and all clauses. */
  record Run(Map<String, String> red, List<String> clauses) {}

  /** Runs its tests, as surefire would. */
  Run run() throws IOException {
    URL[] module = {main.toUri().toURL(), test.toUri().toURL()};
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(module, before)) {
      thread.setContextClassLoader(loader);
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(
                  under(test).stream()
                      .map(file -> test.relativize(file).toString())
                      .filter(file -> file.endsWith("Test.class"))
                      .map(file -> file.substring(0, file.length() - ".class".length()))
                      .map(file -> file.replace('/', '.').replace('\\', '.'))
                      .map(name -> DiscoverySelectors.selectClass(loader, name))
                      .toList())
              .build();
      Listener listener = new Listener();
      LauncherFactory.create().execute(request, listener);
      return new Run(listener.red, listener.all);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static final class Listener implements TestExecutionListener {
    private final Map<String, String> red = new TreeMap<>();
    private final List<String> all = new ArrayList<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        all.add(clause(test));
      }
      result.getThrowable().ifPresent(thrown -> red.put(clause(test), thrown.getMessage()));
    }

    private static String clause(TestIdentifier test) {
      return test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .flatMap(source -> ClauseNames.id(source.getJavaClass(), source.getJavaMethod()))
          .orElse(test.getDisplayName());
    }
  }
}
