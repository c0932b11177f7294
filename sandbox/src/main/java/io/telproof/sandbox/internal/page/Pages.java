package io.telproof.sandbox.internal.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Faults;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the sandbox says in its own name: the page for people, and what stands on it as JSON. Asked
 * where no vendor speaks the protocol of a request.
 */
public final class Pages {

  private static final List<String> SERVED =
      List.of(
          "GET / (in a browser)",
          "GET /requests?after={number}",
          "DELETE /requests",
          "GET /events",
          "GET /bill?lines={n}",
          "DELETE /bill",
          "GET /magic-numbers",
          "GET /configuration",
          "GET /keys",
          "POST /keys/{id}/revoke",
          "POST /keys/{id}/restore",
          "GET /faults",
          "POST /faults/{name}?times={n}&vendor={vendor}",
          "DELETE /faults",
          "GET /clock/{vendor}",
          "POST /clock/{vendor}?ahead={duration}",
          "GET /limits",
          "POST /limits/{vendor}/{operation}?perSecond={n}");

  private static final Set<String> OWN =
      Set.of(
          "requests",
          "events",
          "bill",
          "magic-numbers",
          "configuration",
          "keys",
          "faults",
          "clock",
          "limits",
          "session");

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final List<Vendor> vendors;
  private final AccessRules rules;
  private final HtmlPage html = new HtmlPage();
  private final RequestPage requests;
  private final BillPage bill;
  private final MagicNumberPage numbers = new MagicNumberPage();
  private final KeyPage keys;
  private final FaultPage faults;
  private final ClockPage clocks;
  private final LimitPage limits;
  private final Optional<Function<URI, String>> configuration;

  /** The pages of a sandbox that was started so. */
  public Pages(
      SandboxOptions options, Bill bill, Faults faults, RequestLog log, ClockOffsets offsets) {
    this.vendors = options.vendors();
    this.rules = new AccessRules(options.host(), options.token().map(PageToken::new));
    this.requests = new RequestPage(log, HEARTBEAT);
    this.bill = new BillPage(bill);
    this.keys = new KeyPage(vendors);
    this.faults = new FaultPage(faults, vendors);
    this.clocks = new ClockPage(vendors, offsets, options.clock());
    this.limits = new LimitPage(vendors);
    this.configuration = options.configuration();
  }

  /** The answer to a request that no vendor speaks the protocol of. */
  public PageReply answer(VendorRequest request) {
    boolean forPeople = isForPeople(request);
    if (!forPeople && !OWN.contains(firstName(request.path()))) {
      return PageReply.json(404, served());
    }
    Optional<PageReply> refusal = rules.refusal(request);
    if (refusal.isPresent()) {
      // The page holds nothing but itself. It asks for the token, or takes it from its address.
      return forPeople && refusal.get().reply().status() == 401 ? html.reply(401) : refusal.get();
    }
    return forPeople ? html.reply(200) : known(request);
  }

  private PageReply known(VendorRequest request) {
    return requests
        .answer(request)
        .or(() -> bill.answer(request))
        .or(() -> numbers.answer(request))
        .or(() -> keys.answer(request))
        .or(() -> faults.answer(request))
        .or(() -> clocks.answer(request))
        .or(() -> limits.answer(request))
        .or(() -> configuration(request))
        .or(() -> session(request))
        .orElseGet(() -> PageReply.json(404, served()));
  }

  private static boolean isForPeople(VendorRequest request) {
    return request.method().equals("GET")
        && request.path().equals("/")
        && request.headers("Accept").stream().anyMatch(types -> types.contains("text/html"));
  }

  private static String firstName(String path) {
    int end = path.indexOf('/', 1);
    return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
  }

  /** As the caller reaches the sandbox, which may be through a tunnel. */
  private Optional<PageReply> configuration(VendorRequest request) {
    if (!request.method().equals("GET") || !request.path().equals("/configuration")) {
      return Optional.empty();
    }
    URI endpoint = URI.create("http://" + request.header("Host").orElse(""));
    return Optional.of(
        configuration
            .map(each -> PageReply.text(200, "text/plain; charset=utf-8", each.apply(endpoint)))
            .orElseGet(
                () ->
                    PageReply.error(
                        404, "the program that started this sandbox gave it no configuration")));
  }

  private Optional<PageReply> session(VendorRequest request) {
    if (!request.method().equals("POST") || !request.path().equals("/session")) {
      return Optional.empty();
    }
    PageReply done = PageReply.text(204, "application/json", "");
    return Optional.of(
        rules.cookie(request).map(cookie -> done.with("Set-Cookie", cookie)).orElse(done));
  }

  private String served() {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put(
        "error",
        "this is no page of the sandbox, or not its method, or there is no such key; and no vendor"
            + " here speaks the protocol of this request");
    ArrayNode vendorNames = page.putArray("vendors");
    vendors.forEach(vendor -> vendorNames.add(vendor.name()));
    ArrayNode pages = page.putArray("pages");
    SERVED.forEach(pages::add);
    return page.toString();
  }
}
