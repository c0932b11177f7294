package io.telproof.cli;

import picocli.CommandLine.Command;

@Command(description = "Have a vendor send a one-time code, or check one.")
final class CodeCommand {}
