package io.telproof.proof;

import io.telproof.sandbox.Faults;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.Vendor;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.alibaba.AlibabaSettings;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraSettings;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.meta.MetaSettings;
import io.telproof.sandbox.meta.MetaVendor;
import io.telproof.sandbox.tencent.Site;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.sandbox.twilio.TwilioSettings;
import io.telproof.sandbox.twilio.TwilioVendor;
import io.telproof.spi.time.Time;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vendors' simulators. */
final class Vendors implements AutoCloseable {
  private static final int OFTEN = 10_000;

  /** What a vendor's simulator does as an answer is on its way: once, and for whoever asks next. */
  private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  private final Collection<String> said = new ConcurrentLinkedQueue<>();
  private final CamaraVendor operator =
      new CamaraVendor(
          CamaraSettings.defaults()
              .limits(OFTEN, OFTEN)
              .credentials(List.of(Accounts.OPERATOR.withPublicKey(Accounts.PUBLIC_KEY))));
  private final TokenRecorder tokens;
  private final Sandbox plain;
  private final Sandbox mainland;
  private final Sandbox quoting;
  private final Sandbox parroting;

  Vendors(Time time, Capture capture) {
    TencentSettings tencent =
        new TencentSettings(OFTEN, OFTEN, Duration.ZERO, Site.INTL, List.of(Accounts.TENCENT));
    AlibabaSettings alibaba =
        new AlibabaSettings(
            OFTEN, OFTEN, OFTEN, OFTEN, OFTEN, Duration.ZERO, List.of(Accounts.ALIBABA));
    Vendor one = new TappedVendor(new TencentVendor(tencent), capture);
    Vendor other = new TappedVendor(new AlibabaVendor(alibaba), capture);
    Vendor twilio =
        new TwilioVendor(
            TwilioSettings.defaults()
                .limits(OFTEN, OFTEN)
                .credentials(List.of(Accounts.TWILIO, Accounts.TWILIO_TEST)));
    Vendor meta =
        new MetaVendor(
            MetaSettings.defaults().limits(OFTEN, OFTEN).credentials(List.of(Accounts.META)));
    this.tokens = new TokenRecorder(new TappedVendor(operator, capture));
    List<Vendor> all =
        List.of(
            one, other, tokens, new TappedVendor(twilio, capture), new TappedVendor(meta, capture));
    this.plain = start(all, time);
    this.mainland =
        Sandbox.start(
            SandboxOptions.of(
                    new TappedVendor(new TencentVendor(tencent.site(Site.MAINLAND)), capture))
                .at(time::now));
    this.quoting = start(all.stream().map(vendor -> parrot(vendor, false)).toList(), time);
    this.parroting = start(all.stream().map(vendor -> parrot(vendor, true)).toList(), time);
  }

  private static Sandbox start(List<Vendor> vendors, Time time) {
    return Sandbox.start(SandboxOptions.of(vendors.toArray(Vendor[]::new)).at(time::now));
  }

  private Vendor parrot(Vendor vendor, boolean everywhere) {
    return new Parrot(vendor, everywhere, said);
  }

  /** All vendors as they are. */
  URI plain() {
    return plain.endpoint();
  }

  /** Tencent's edition for the mainland. */
  URI mainland() {
    return mainland.endpoint();
  }

  /**
   * All vendors, quoting the whole question wherever they write for people, and with the number for
   * an id.
   */
  URI quoting() {
    return quoting.endpoint();
  }

  /** All vendors, with the number in the place of every text, codes too. */
  URI parroting() {
    return parroting.endpoint();
  }

  /** What the next requests to the vendors meet. */
  Faults faults() {
    return plain.faults();
  }

  /** The operator, whose clients can be switched off. */
  KeyRing clients() {
    return operator.keys();
  }

  /** The access tokens that the operator gave out. */
  List<Canary> tokens() {
    return tokens.canaries();
  }

  /** What the vendors said that repeat the question. */
  Collection<String> said() {
    return said;
  }

  /** Does something while the next answer is on its way. */
  void meanwhile(Runnable work) {
    meanwhile.set(work);
  }

  @Override
  public void close() {
    List.of(plain, mainland, quoting, parroting).forEach(Sandbox::close);
  }

  /** A vendor during whose answer the threads of this process are looked at. */
  private final class TappedVendor implements Vendor {
    private final Vendor vendor;
    private final Capture capture;

    private TappedVendor(Vendor vendor, Capture capture) {
      this.vendor = vendor;
      this.capture = capture;
    }

    @Override
    public String name() {
      return vendor.name();
    }

    @Override
    public boolean speaks(VendorRequest request) {
      return vendor.speaks(request);
    }

    @Override
    public VendorReply answer(VendorRequest request, Instant now) {
      capture.threads();
      VendorReply reply = vendor.answer(request, now);
      meanwhile.getAndSet(() -> {}).run();
      return reply;
    }
  }

  /** A vendor that repeats what it was asked. */
  private record Parrot(Vendor vendor, boolean everywhere, Collection<String> said)
      implements Vendor {
    private static final Pattern TEXT = Pattern.compile("\"(\\w+)\":\"[^\"\\\\]*\"");
    private static final Set<String> FOR_PEOPLE =
        Set.of(
            "Message",
            "Description",
            "Recommend",
            "HostId",
            "AuthAction",
            "Isp",
            "IspName",
            "message",
            "more_info",
            "error_description");
    private static final Set<String> OPAQUE =
        Set.of(
            "RequestId",
            "PhoneNumberId",
            "PhoneNumber",
            "BizId",
            "OutId",
            "authenticationId",
            "sid",
            "to",
            "id",
            "fbtrace_id");

    @Override
    public String name() {
      return vendor.name();
    }

    @Override
    public boolean speaks(VendorRequest request) {
      return vendor.speaks(request);
    }

    @Override
    public VendorReply answer(VendorRequest request, Instant now) {
      VendorReply reply = vendor.answer(request, now);
      ReceivedRequest heard = reply.heard();
      if (heard.tokenExchange() && reply.status() == 200) {
        // Without a token nothing is asked.
        return reply;
      }
      String body =
          TEXT.matcher(reply.body())
              .replaceAll(text -> Matcher.quoteReplacement(quoted(text, heard)));
      said.add(body);
      return new VendorReply(
          reply.status(),
          reply.headers().stream().map(header -> quoted(header, reply)).toList(),
          body,
          heard,
          reply.requestId(),
          reply.vendorCode(),
          reply.billing(),
          reply.fault());
    }

    /** The id of a reply may stand in a header alone. */
    private static Header quoted(Header header, VendorReply reply) {
      String contact = reply.heard().contact();
      return header.value().equals(reply.requestId()) && !contact.isEmpty()
          ? new Header(header.name(), contact)
          : header;
    }

    private String quoted(MatchResult text, ReceivedRequest heard) {
      String name = text.group(1);
      if (everywhere || OPAQUE.contains(name)) {
        return "\"" + name + "\":\"" + heard.contact() + "\"";
      }
      return FOR_PEOPLE.contains(name)
          ? "\"" + name + "\":\"" + everything(heard) + "\""
          : text.group();
    }

    private static String everything(ReceivedRequest heard) {
      // A number may be asked about in the path.
      return Stream.concat(heard.fields().values().stream(), Stream.of(heard.contact()))
          .filter(value -> !value.contains("\""))
          .collect(Collectors.joining(" "));
    }
  }
}
