package io.telproof.proof.storm;

import io.telproof.proof.storm.Framing.Said;
import io.telproof.proof.storm.Framing.Step;
import io.telproof.sandbox.VendorReply;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A vendor that frames its second reply in another way than all the others. */
final class FramedVendor implements RawVendor.Manner {
  private static final int FRAMED = 1;
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch pause = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Framing framing;
  private volatile @Nullable String before;

  FramedVendor(Framing framing) {
    this.framing = framing;
  }

  @Override
  public void bring(int nth, VendorReply reply, Peer peer)
      throws IOException, InterruptedException {
    String earlier = before;
    before = RawVendor.whole(reply);
    if (nth != FRAMED || earlier == null) {
      peer.write(RawVendor.whole(reply));
      return;
    }
    try {
      for (Step step :
          framing.steps().apply(new Said(RawVendor.head(reply), reply.body(), earlier))) {
        step.on(peer, pause::await);
      }
    } finally {
      done.countDown();
    }
  }

  /** The client has put its question, and asks nothing until everything else has been said. */
  void sayTheRest() throws InterruptedException {
    pause.countDown();
    if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the vendor was not asked");
    }
  }
}
