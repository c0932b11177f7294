package io.telproof.camara;

import io.telproof.testkit.ProviderArchitecture;

final class CamaraArchitectureTest extends ProviderArchitecture {}
