package io.telproof.bench.tencent;

import com.google.gson.annotations.Expose;
import com.google.gson.annotations.SerializedName;
import com.tencentcloudapi.common.AbstractModel;
import java.util.HashMap;

/**
 * As the vendor's generator writes an operation's request. The SDK looks for fields that are named
 * as in JSON.
 */
public final class MobileNetworkTimeVerificationRequest extends AbstractModel {
  @Expose
  @SerializedName("Mobile")
  private String Mobile;

  /** The number that is asked about. */
  public void setMobile(String number) {
    Mobile = number;
  }

  @Override
  @SuppressWarnings("NonApiType") // The SDK's signature.
  protected void toMap(HashMap<String, String> map, String prefix) {
    setParamSimple(map, prefix + "Mobile", Mobile);
  }
}
