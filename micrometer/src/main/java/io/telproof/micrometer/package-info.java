/**
 * A client's work as Micrometer shows it: {@link io.telproof.micrometer.TelproofMeters meters} and
 * {@link io.telproof.micrometer.TelproofObservations observations}. The only package that knows
 * Micrometer, which an application brings itself. What to draw of the meters is in {@code
 * docs/grafana/telproof.json}, what to alert on in {@code docs/alerts.md}.
 */
@NullMarked
package io.telproof.micrometer;

import org.jspecify.annotations.NullMarked;
