package io.telproof.sandbox.internal.page;

import io.telproof.sandbox.Bill;
import io.telproof.sandbox.VendorRequest;
import java.util.Optional;
import java.util.OptionalLong;

/** The bill over HTTP. */
final class BillPage {
  private final Bill bill;

  BillPage(Bill bill) {
    this.bill = bill;
  }

  /** The answer to a request for {@code /bill}; empty where it is none. */
  Optional<PageReply> answer(VendorRequest request) {
    return switch (request.method() + ' ' + request.path()) {
      case "GET /bill" -> Optional.of(page(PageQuery.of(request)));
      case "DELETE /bill" -> {
        bill.clear();
        yield Optional.of(PageReply.json(200, bill.json()));
      }
      default -> Optional.empty();
    };
  }

  private PageReply page(PageQuery query) {
    OptionalLong lines = query.number("lines", 0, Bill.KEPT, Bill.KEPT);
    return lines.isPresent()
        ? PageReply.json(200, bill.json((int) lines.getAsLong()))
        : PageReply.error(400, "expected lines=, a whole number from 0 to " + Bill.KEPT);
  }
}
