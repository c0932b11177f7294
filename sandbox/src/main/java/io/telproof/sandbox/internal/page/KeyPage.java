package io.telproof.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys over HTTP: what there are, and the switches of a vendor's console. */
final class KeyPage {
  private static final Pattern SWITCH = Pattern.compile("/keys/([^/]+)/(revoke|restore)");

  private final List<Vendor> vendors;

  KeyPage(List<Vendor> vendors) {
    this.vendors = vendors;
  }

  /** The answer to a request below {@code /keys}; empty where it is none, or of no key. */
  Optional<PageReply> answer(VendorRequest request) {
    if (request.method().equals("GET") && request.path().equals("/keys")) {
      return Optional.of(list());
    }
    Matcher wanted = SWITCH.matcher(request.path());
    if (!request.method().equals("POST") || !wanted.matches()) {
      return Optional.empty();
    }
    String id = wanted.group(1);
    return vendors.stream()
        .map(Vendor::keys)
        .filter(keys -> keys.has(id))
        .findFirst()
        .map(keys -> turned(keys, id, wanted.group(2).equals("revoke")));
  }

  private PageReply turned(KeyRing keys, String id, boolean off) {
    if (off) {
      keys.revoke(id);
    } else {
      keys.restore(id);
    }
    return list();
  }

  private PageReply list() {
    ArrayNode page = JsonNodeFactory.instance.arrayNode();
    for (Vendor vendor : vendors) {
      KeyRing keys = vendor.keys();
      for (KeyRing.Key key : keys.keys()) {
        ObjectNode each = page.addObject();
        each.put("vendor", vendor.name()).put("id", key.id()).put("secret", key.secret());
        each.put("token", key.token().orElse(null));
        each.put("state", keys.isRevoked(key.id()) ? "revoked" : "accepted");
      }
    }
    return PageReply.json(page);
  }
}
