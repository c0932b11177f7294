package io.telproof.examples.acme;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.telproof.testkit.ProviderArchitecture;

final class AcmeArchitectureTest extends ProviderArchitecture {
  AcmeArchitectureTest() {
    super(
        new ClassFileImporter()
            .importClasses(
                AcmeApi.class,
                AcmeProvider.class,
                AcmeProviderFactory.class,
                AcmeSettings.class,
                AcmeSigner.class,
                CommonCodes.class,
                LineStatus.class,
                LineAge.class,
                PersonMatch.class,
                CodeSend.class,
                CodeCheck.class,
                BoughtNumber.class,
                Operation.class));
  }
}
