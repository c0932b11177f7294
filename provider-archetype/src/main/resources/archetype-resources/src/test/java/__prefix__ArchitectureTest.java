package ${package};

import io.telproof.testkit.ProviderArchitecture;

final class ${prefix}ArchitectureTest extends ProviderArchitecture {}
