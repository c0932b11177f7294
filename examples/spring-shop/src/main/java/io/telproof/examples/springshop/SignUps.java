package io.telproof.examples.springshop;

import io.telproof.CodeDispatch;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Two forms: a number, and the code that came. Between them the shop keeps the number, so that the
 * code of one number opens no account for another. A shop of several machines keeps it in its
 * sessions.
 */
@RestController
final class SignUps {
  private final SignUp signUp;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  private record Pending(PhoneNumber number, CodeDispatch sent) {}

  SignUps(SignUp signUp) {
    this.signUp = signUp;
  }

  /** Takes a number, and says by what id the code is to be given. */
  @PostMapping("/sign-ups")
  ResponseEntity<String> begin(@RequestParam("number") String typed) {
    PhoneNumber number = PhoneNumber.of(typed);
    String id = UUID.randomUUID().toString();
    Optional<CodeDispatch> sent = signUp.begin(id, number);
    sent.ifPresent(code -> pending.put(id, new Pending(number, code)));
    return sent.isPresent()
        ? ResponseEntity.accepted().body(id)
        : answer(HttpStatus.FORBIDDEN, "this number cannot have an account");
  }

  /** Takes a code. */
  @PostMapping("/sign-ups/{id}/code")
  ResponseEntity<String> confirm(@PathVariable("id") String id, @RequestParam("code") String code) {
    @Nullable Pending begun = pending.get(id);
    if (begun == null) {
      return answer(HttpStatus.NOT_FOUND, "there is no such sign-up");
    }
    if (!signUp.confirm(id, begun.number(), begun.sent(), code)) {
      return answer(HttpStatus.FORBIDDEN, "the code is wrong");
    }
    pending.remove(id);
    return answer(HttpStatus.CREATED, "welcome");
  }

  /** Tells nobody what the vendor said; that is in the log, and in the audit. */
  @ExceptionHandler
  ResponseEntity<String> failed(VerificationException failure) {
    return switch (failure.kind()) {
      case THROTTLED, UNAVAILABLE -> answer(HttpStatus.SERVICE_UNAVAILABLE, "try again soon");
      default -> answer(HttpStatus.BAD_GATEWAY, "it could not be checked");
    };
  }

  /** The message may quote what was typed. */
  @ExceptionHandler
  ResponseEntity<String> refused(IllegalArgumentException none) {
    return answer(HttpStatus.BAD_REQUEST, "that is no number, or no code");
  }

  private static ResponseEntity<String> answer(HttpStatus status, String body) {
    return ResponseEntity.status(status).body(body);
  }
}
