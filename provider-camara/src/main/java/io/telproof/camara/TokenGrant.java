package io.telproof.camara;

/** How an access token is got, and so whether it is about one person. */
enum TokenGrant {
  /** One token for the account. */
  CLIENT_CREDENTIALS,
  /** A token for each person, by an assertion that names the number. */
  JWT_BEARER
}
