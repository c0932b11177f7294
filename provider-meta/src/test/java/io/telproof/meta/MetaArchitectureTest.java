package io.telproof.meta;

import io.telproof.testkit.ProviderArchitecture;

final class MetaArchitectureTest extends ProviderArchitecture {}
