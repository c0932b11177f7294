package io.telproof.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the sandbox in the place of the vendors, in a test of an application. A sandbox is started
 * with the application, and every provider of its configuration asks it with the sandbox's own
 * keys: nothing leaves this machine, whatever keys and hosts the configuration names. The rest of
 * the configuration holds: routes, budgets, limits.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureTelproofSandbox
 * final class SignUpTest {
 *   @Autowired private Sandbox sandbox;
 * }
 * }</pre>
 *
 * <p>The {@link io.telproof.sandbox.Sandbox} is a bean. Before each test its bill and its faults
 * are cleared; what the client has learnt stays, such as an open breaker. A provider that the
 * sandbox does not play fails the start. Needs {@code telproof-sandbox} in test scope.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AutoConfigureTelproofSandbox {}
