package io.telproof.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of a clause within its {@link Prefix}. Numbers are stable: a clause that goes leaves a
 * hole, and a new one takes the next number.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Clause {
  /** {@return 1 to 99} */
  int value();

  /** The two letters that the clauses of a contract begin with, as in {@code PS-03}. */
  @Documented
  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Prefix {
    /** {@return two capital letters} */
    String value();
  }
}
