package modular.application;

import io.telproof.Answer;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.client.Telproof;
import java.nio.file.Path;

/** Asks for the status of a number and prints who answered what, and what it cost. */
public final class Main {
  private Main() {}

  /** Takes the configuration's file and the number. */
  public static void main(String[] arguments) {
    PhoneNumber number = PhoneNumber.of(arguments[1]);
    try (Telproof telproof = Telproof.open(Telproof.loadConfig(Path.of(arguments[0])))) {
      Answer<PhoneStatus> answer = telproof.phoneStatus().check(number);
      if (answer instanceof Answer.Known<PhoneStatus> known) {
        System.out.println(known.value().state());
      } else {
        System.out.println("not known");
      }
      System.out.println(answer.receipt().provider());
      System.out.println(answer.receipt().charge());
      System.out.println(Telproof.class.getModule());
    }
  }
}
