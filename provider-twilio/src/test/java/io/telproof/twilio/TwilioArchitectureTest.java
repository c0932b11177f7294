package io.telproof.twilio;

import io.telproof.testkit.ProviderArchitecture;

final class TwilioArchitectureTest extends ProviderArchitecture {}
