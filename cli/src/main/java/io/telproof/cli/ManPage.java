package io.telproof.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual page, for section 1, with the macros of man(7): the whole tree of commands as help
 * tells of it, so that neither can say what the other does not.
 */
final class ManPage {
  private final CommandLine program;
  private final Roff page = new Roff();

  ManPage(CommandLine program) {
    this.program = program;
  }

  String text() {
    CommandSpec telproof = program.getCommandSpec();
    String version = String.join(" ", telproof.version());
    page.macro("TH", "TELPROOF", "1", "", version, "Telproof");
    page.macro("SH", "NAME").text("telproof - check phone numbers with any vendor");
    page.macro("SH", "SYNOPSIS").macro("B", "telproof").text("COMMAND [ARGUMENT...]");
    page.macro("SH", "DESCRIPTION");
    paragraphs(telproof.usageMessage().description());
    page.macro("PP")
        .text(
            "Without --config a sandbox inside the process is asked, which knows no real number and"
                + " costs nothing. Names, identity numbers and codes are no arguments: they are"
                + " asked for at the terminal, or read from standard input with --stdin.");
    page.macro("SH", "OPTIONS");
    telproof.options().forEach(this::option);
    page.macro("SH", "COMMANDS");
    CommandWord.all(program).stream()
        .filter(command -> !command.path().isEmpty() && command.below().isEmpty())
        .forEach(this::command);
    page.macro("SH", "EXIT STATUS");
    statuses(telproof.usageMessage().exitCodeList());
    page.text("A command that has other meanings says so above.");
    environment();
    page.macro("SH", "EXAMPLES");
    for (String line :
        List.of(
            "telproof check tenure +8613800138000",
            "telproof explain tenure --config application.conf",
            "telproof config check application.conf",
            "telproof bulk tenure customers.csv answers.csv")) {
      page.macro("PP").macro("EX").text(line).macro("EE");
    }
    return page.toString();
  }

  private void command(CommandWord command) {
    CommandSpec spec = command.spec();
    page.macro("SS", "telproof " + String.join(" ", command.path()));
    paragraphs(spec.usageMessage().description());
    if (spec.aliases().length > 0) {
      page.text("It is also called " + String.join(", ", spec.aliases()) + ".");
    }
    spec.positionalParameters()
        .forEach(
            argument -> {
              page.macro("TP").macro("I", argument.paramLabel());
              page.text(CommandWord.sentence(argument));
            });
    spec.options().stream().filter(option -> !option.usageHelp()).forEach(this::option);
    if (!spec.usageMessage().exitCodeList().isEmpty()) {
      page.macro("PP").text("Its exit status:");
      statuses(spec.usageMessage().exitCodeList());
    }
  }

  private void option(OptionSpec option) {
    String names = String.join(", ", option.names());
    page.macro("TP");
    if (CommandWord.takesValue(option)) {
      page.macro("BI", names + "=", option.paramLabel());
    } else {
      page.macro("B", names);
    }
    page.text(CommandWord.sentence((ArgSpec) option));
  }

  private void statuses(Map<String, String> statuses) {
    statuses.forEach((status, meaning) -> page.macro("TP").macro("B", status).text(meaning));
    page.macro("PP");
  }

  private void environment() {
    page.macro("SH", "ENVIRONMENT");
    variable("COLUMNS", "The columns of a line. Without it, those of the terminal, or 80.");
    variable("NO_COLOR", "No colours, if it is not empty.");
    variable("CLICOLOR", "No colours, if it is 0.");
    variable("CLICOLOR_FORCE", "Colours elsewhere than at a terminal too, if it is not 0.");
    variable("JAVA_HOME", "The Java to use, 17 or later. Without it, the java on the PATH.");
  }

  private void variable(String name, String meaning) {
    page.macro("TP").macro("B", name).text(meaning);
  }

  private void paragraphs(String[] paragraphs) {
    page.text(Arrays.stream(paragraphs).collect(Collectors.joining(" ")));
  }
}
