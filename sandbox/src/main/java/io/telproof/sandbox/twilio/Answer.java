package io.telproof.sandbox.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;

/**
 * What an operation answers.
 *
 * @param status 200, or 201 where something was created
 * @param verdict for the bill
 */
record Answer(int status, ObjectNode body, String verdict, Billing billing) {}
