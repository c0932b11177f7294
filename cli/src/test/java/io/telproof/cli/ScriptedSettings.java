package io.telproof.cli;

import java.util.Optional;

/** What a scripted provider says, and to whom. */
record ScriptedSettings(Script says, Optional<String> name) {
  enum Script {
    KNOWN,
    KNOWN_LATE,
    WIDE,
    UNKNOWN,
    FAILED,
    THROTTLED,
    BROKEN,
    HOSTILE,
    HOSTILE_FAILED,
    LOUD
  }
}
