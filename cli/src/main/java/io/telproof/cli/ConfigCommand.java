package io.telproof.cli;

import picocli.CommandLine.Command;

@Command(description = "Look at a configuration, without asking anybody.")
final class ConfigCommand {}
