package io.telproof.examples.shop;

import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * People who type their number, and then the code that they got. Not an argument of the command:
 * those are seen by everybody on the machine. For one thread.
 */
final class Keyboard implements Iterator<Applicant> {
  private final BufferedReader lines;
  private final PrintStream prompts;
  private Optional<PhoneNumber> number = Optional.empty();
  private int count;

  Keyboard(InputStream lines, PrintStream prompts) {
    this.lines = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
    this.prompts = prompts;
  }

  @Override
  public boolean hasNext() {
    while (number.isEmpty()) {
      Optional<String> typed = ask("the number with its plus, or nothing to end: ");
      if (typed.isEmpty()) {
        return false;
      }
      try {
        number = Optional.of(PhoneNumber.of(typed.get()));
      } catch (IllegalArgumentException e) {
        prompts.println(e.getMessage());
      }
    }
    return true;
  }

  @Override
  public Applicant next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    PhoneNumber theirs = number.orElseThrow();
    number = Optional.empty();
    count++;
    return new Applicant(
        "sign-up-" + count,
        theirs,
        () -> ask("the code that was sent to " + theirs + ": ").map(Sensitive::of));
  }

  private Optional<String> ask(String prompt) {
    prompts.print(prompt);
    prompts.flush();
    try {
      return Optional.ofNullable(lines.readLine()).map(String::strip).filter(t -> !t.isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
