package io.telproof.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks for canaries in every disguise, without regard to case. */
final class Search {
  // Long texts are gone through once, however many canaries there are.
  private static final int HEAD = 4;
  private static final int AROUND = 80;

  private record Trace(Canary canary, Disguise disguise, String text, boolean word) {}

  private final Map<String, List<Trace>> byHead = new HashMap<>();

  Search(Collection<Canary> canaries) {
    for (Canary canary : canaries) {
      for (Disguise disguise : Disguise.values()) {
        canary.parts().forEach(part -> add(canary, disguise, part, false));
        canary.words().forEach(word -> add(canary, disguise, word, disguise == Disguise.AS_IT_IS));
      }
    }
  }

  private void add(Canary canary, Disguise disguise, String text, boolean word) {
    if (!disguise.changes(text)) {
      return;
    }
    disguise
        .traces(text)
        .map(trace -> trace.toLowerCase(Locale.ROOT))
        .forEach(
            trace ->
                byHead
                    .computeIfAbsent(trace.substring(0, HEAD), head -> new ArrayList<>())
                    .add(new Trace(canary, disguise, trace, word)));
  }

  /** Everything that is found. */
  List<Finding> in(Map<Channel, ? extends Collection<String>> evidence) {
    List<Finding> findings = new ArrayList<>();
    evidence.forEach((channel, texts) -> texts.forEach(text -> findings.addAll(in(channel, text))));
    return findings;
  }

  private List<Finding> in(Channel channel, String original) {
    String text = readable(original);
    List<Finding> findings = new ArrayList<>();
    for (int at = 0; at + HEAD <= text.length(); at++) {
      for (Trace trace : byHead.getOrDefault(text.substring(at, at + HEAD), List.of())) {
        int end = at + trace.text().length();
        if (text.startsWith(trace.text(), at) && (!trace.word() || standsAlone(text, at, end))) {
          findings.add(
              new Finding(channel, trace.canary(), trace.disguise(), around(text, at, end)));
        }
      }
    }
    return findings;
  }

  private static boolean standsAlone(String text, int begin, int end) {
    boolean decimals =
        begin > 1 && text.charAt(begin - 1) == '.' && Character.isDigit(text.charAt(begin - 2));
    return !decimals
        && (begin == 0 || !Character.isLetterOrDigit(text.charAt(begin - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  /** Without case, and with what is escaped twice escaped once. */
  private static String readable(String text) {
    return text.toLowerCase(Locale.ROOT).replace("\\\\", "\\").replace("%25", "%");
  }

  private static String around(String text, int begin, int end) {
    return text.substring(Math.max(0, begin - AROUND), Math.min(text.length(), end + AROUND));
  }
}
