package io.telproof.proof;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.typesafe.config.Config;
import io.telproof.Answer;
import io.telproof.CodeClaim;
import io.telproof.CodeDelivery;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.CodeVerification;
import io.telproof.IdentityClaim;
import io.telproof.IdentityMatch;
import io.telproof.IdentityVerdict;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.PhoneStatusCheck;
import io.telproof.Sensitive;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.TenureQuery;
import io.telproof.client.Telproof;
import io.telproof.guice.TelproofModule;
import io.telproof.spi.time.Time;

/** An application with the checks of a client, which ask by its routes. */
record AskingApplication(
    Telproof telproof,
    PhoneStatusCheck status,
    TenureCheck tenure,
    IdentityMatch identity,
    CodeDelivery delivery,
    CodeVerification verification)
    implements AutoCloseable {
  /** What the sandbox sends to every number. */
  private static final Sensitive CODE = Sensitive.of("123456");

  @Inject
  AskingApplication {}

  Answer<PhoneStatus> status(PhoneNumber number) {
    return status.check(number);
  }

  Answer<Tenure> tenure(PhoneNumber number) {
    return tenure.check(TenureQuery.of(number, 6));
  }

  Answer<IdentityVerdict> identity(PhoneNumber number) {
    return identity.check(IdentityClaim.of(number, "张三", "110101199003070000"));
  }

  Answer<CodeDispatch> send(PhoneNumber number) {
    return delivery.check(number);
  }

  /** Holds the code that the sandbox sends against the one that was sent. */
  Answer<CodeVerdict> verify(PhoneNumber number, CodeDispatch sent) {
    return verification.check(new CodeClaim(number, CODE, sent.handle()));
  }

  @Override
  public void close() {
    telproof.close();
  }

  /** How it comes by them. */
  enum Wiring {
    JAVA {
      @Override
      AskingApplication open(Config config, Time time) {
        Telproof telproof = Telproof.builder(config).time(time).open();
        return new AskingApplication(
            telproof,
            telproof.phoneStatus(),
            telproof.tenure(),
            telproof.identityMatch(),
            telproof.codeDelivery(),
            telproof.codeVerification());
      }
    },
    GUICE {
      @Override
      AskingApplication open(Config config, Time time) {
        return Guice.createInjector(
                new TelproofModule(config),
                new AbstractModule() {
                  @Override
                  protected void configure() {
                    bind(Time.class).toInstance(time);
                    bind(AskingApplication.class);
                  }
                })
            .getInstance(AskingApplication.class);
      }
    };

    abstract AskingApplication open(Config config, Time time);
  }
}
