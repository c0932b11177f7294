/**
 * The client in an application of Spring Boot: bound from its environment, with a bean for each
 * check. Everything beside Spring Boot itself is an optional dependency.
 */
@NullMarked
package io.telproof.spring;

import org.jspecify.annotations.NullMarked;
