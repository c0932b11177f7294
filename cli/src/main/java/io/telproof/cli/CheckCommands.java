package io.telproof.cli;

import static io.telproof.cli.SimulatedVendor.ALIBABA;
import static io.telproof.cli.SimulatedVendor.CAMARA;
import static io.telproof.cli.SimulatedVendor.META;
import static io.telproof.cli.SimulatedVendor.TENCENT;
import static io.telproof.cli.SimulatedVendor.TWILIO;

import io.telproof.spi.CheckType;
import java.util.List;

/** What the command knows of each check. The compiler asks for the rows of a new one. */
final class CheckCommands {
  private CheckCommands() {}

  /** The command that asks it. */
  static Object of(CheckType check, IoStreams surroundings) {
    return switch (check) {
      case PHONE_STATUS -> new PhoneStatusCommand(surroundings);
      case TENURE -> new TenureCommand(surroundings);
      case IDENTITY_MATCH -> new IdentityCommand(surroundings);
      case CODE_DELIVERY -> new CodeSendCommand(surroundings);
      case CODE_VERIFICATION -> new CodeVerifyCommand(surroundings);
      case PRE_VALIDATED_NUMBER -> new PreValidatedCommand(surroundings);
      case RECYCLED_NUMBER -> new RecycledNumberCommand(surroundings);
      case SIM_SWAP -> new SimSwapCommand(surroundings);
    };
  }

  /**
   * Who is asked in the sandbox where nobody chose: the first that offers the check to end users in
   * China, the operator of the test numbers behind it, and who serves other countries behind both.
   * A table, because to open all of them for it takes time.
   */
  static List<SimulatedVendor> asked(CheckType check) {
    return switch (check) {
      case PHONE_STATUS -> List.of(TENCENT, CAMARA, TWILIO);
      case TENURE -> List.of(TENCENT, CAMARA);
      case IDENTITY_MATCH -> List.of(TENCENT, CAMARA, TWILIO);
      case CODE_DELIVERY -> List.of(ALIBABA, CAMARA, TWILIO);
      case CODE_VERIFICATION -> List.of(ALIBABA, CAMARA, TWILIO);
      case PRE_VALIDATED_NUMBER -> List.of(ALIBABA, META);
      case RECYCLED_NUMBER -> List.of(ALIBABA, CAMARA, TWILIO);
      case SIM_SWAP -> List.of(CAMARA, TWILIO);
    };
  }
}
