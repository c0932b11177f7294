package io.telproof.alibaba;

import io.telproof.testkit.ProviderArchitecture;

final class AlibabaArchitectureTest extends ProviderArchitecture {}
