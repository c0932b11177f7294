package io.telproof.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that cannot be loaded is a problem of those alone whose configuration names it. */
class BrokenModuleTest {
  private static final String NAMED = "telproof.providers.main.type = stranger";

  @TempDir private Path folder;

  @BeforeEach
  void offer() throws IOException {
    Modules.write(folder, StrangersModule.class.getName());
  }

  private String problem() {
    ClassPath application = ClassPath.ours().first(folder);
    assertThat(application.run("problems", Vendor.NOWHERE)).isEmpty();
    List<String> problems = application.run("problems", NAMED);
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Test
  void that_names_a_class_which_is_not_there() throws IOException {
    Modules.write(folder, "com.example.Lost");
    assertThat(problem())
        .startsWith("telproof.providers.main.type: no module offers it; found on the class path: ")
        .contains("tencent; could not be loaded: Provider com.example.Lost not found");
  }

  @Test
  void that_a_newer_Java_has_compiled() throws IOException {
    Modules.writeNewer(folder, StrangersModule.class);
    assertThat(problem())
        .contains("could not be loaded: ")
        .contains("UnsupportedClassVersionError")
        .contains("StrangersModule");
  }

  @Test
  void that_stands_on_a_class_which_is_not_there() throws IOException {
    Modules.write(folder, StrangersModule.Dependent.class.getName());
    Modules.writeWithout(folder, StrangersModule.Dependent.class, Dependency.class);
    assertThat(problem())
        .contains("could not be loaded: NoClassDefFoundError: io/telproof/classpath/DependGone");
  }

  @Test
  void whose_services_file_is_none() throws IOException {
    Modules.write(folder, "{ no class }");
    assertThat(problem()).contains("could not be loaded: ").contains("META-INF/services");
  }

  @Test
  void that_throws_as_it_is_made() throws IOException {
    Modules.write(folder, StrangersModule.FaultyConstructor.class.getName());
    assertThat(problem())
        .contains(
            "could not be loaded: Provider " + StrangersModule.FaultyConstructor.class.getName())
        .contains("IllegalStateException")
        .doesNotContain("CanaryKey0815");
  }

  @Test
  void that_does_not_know_its_type() throws IOException {
    Modules.write(folder, StrangersModule.Nameless.class.getName());
    assertThat(problem())
        .contains("could not be loaded: " + StrangersModule.Nameless.class.getName())
        .contains("NoClassDefFoundError: com/example/Lost");
  }

  @Test
  void that_breaks_as_it_is_opened() throws IOException {
    Modules.write(folder, StrangersModule.FaultyOpening.class.getName());
    assertThat(problem())
        .startsWith("telproof.providers.main.type: ")
        .contains("NoSuchMethodError: 'void com.example.Lost.found()'");
  }

  @Test
  void whose_type_another_module_has_too() throws IOException {
    Modules.write(
        folder, StrangersModule.class.getName() + "\n" + StrangersModule.Twin.class.getName());
    assertThat(problem())
        .startsWith("telproof.providers.main.type: more than one module offers it: ")
        .contains(StrangersModule.class.getName() + " of ")
        .contains(StrangersModule.Twin.class.getName() + " of ");
  }

  @Test
  void is_used_once_where_it_is_found_twice() throws IOException {
    Modules.write(folder, StrangersModule.class.getName() + "\n" + StrangersModule.class.getName());
    assertThat(ClassPath.ours().first(folder, folder).run("problems", NAMED)).isEmpty();
  }
}
