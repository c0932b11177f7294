package io.telproof.tencent;

import io.telproof.testkit.ProviderArchitecture;

final class TencentArchitectureTest extends ProviderArchitecture {}
