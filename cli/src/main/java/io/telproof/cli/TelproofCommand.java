package io.telproof.cli;

import picocli.CommandLine.Command;

@Command(
    versionProvider = Version.class,
    description = "Asks questions about phone numbers, whichever vendor answers.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the answer is known",
      "1:a defect of this command",
      "2:the command line, the configuration or the input cannot be used; nothing was asked",
      "3:the vendor does not know the answer",
      "4:there is no answer, because the question failed"
    })
final class TelproofCommand {}
