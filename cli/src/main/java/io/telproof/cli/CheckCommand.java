package io.telproof.cli;

import picocli.CommandLine.Command;

@Command(description = "Ask a vendor about a phone number.")
final class CheckCommand {}
