package io.telproof.examples.springshop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The shop. What it knows of vendors stands in application.yml. */
@SpringBootApplication(proxyBeanMethods = false)
public class Shop {
  /** Starts it. */
  public static void main(String[] arguments) {
    SpringApplication.run(Shop.class, arguments);
  }
}
