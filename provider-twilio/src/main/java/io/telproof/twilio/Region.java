package io.telproof.twilio;

import io.telproof.spi.http.Endpoint;

/**
 * Where Twilio processes what is asked. A key is good in one region.
 *
 * @see <a href="https://www.twilio.com/docs/lookup/using-lookup-with-twilio-regions">Using Lookup
 *     with Twilio Regions</a>
 */
enum Region {
  /** The United States. */
  US1("lookups.twilio.com"),
  /** Ireland: Lookup alone. */
  IE1("lookups.dublin.ie1.twilio.com");

  private final String lookups;

  Region(String lookups) {
    this.lookups = lookups;
  }

  /** Where Lookup is reached. */
  Endpoint lookups() {
    return Endpoint.host(lookups);
  }
}
