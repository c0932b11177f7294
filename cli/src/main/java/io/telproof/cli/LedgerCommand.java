package io.telproof.cli;

import picocli.CommandLine.Command;

@Command(
    description =
        "Look at what an application has asked, and what that cost, without asking anybody.")
final class LedgerCommand {}
