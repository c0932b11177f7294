package io.telproof.bench.tencent;

import com.google.gson.annotations.Expose;
import com.google.gson.annotations.SerializedName;
import com.tencentcloudapi.common.AbstractModel;
import java.util.HashMap;

/**
 * As the vendor's generator writes an operation's reply. The SDK looks for fields that are named as
 * in JSON.
 */
public final class MobileNetworkTimeVerificationResponse extends AbstractModel {
  @Expose
  @SerializedName("Result")
  private String Result;

  @Expose
  @SerializedName("Description")
  private String Description;

  @Expose
  @SerializedName("Range")
  private String Range;

  @Expose
  @SerializedName("RequestId")
  private String RequestId;

  /** The interval of months. */
  public String getRange() {
    return Range;
  }

  @Override
  @SuppressWarnings("NonApiType") // The SDK's signature.
  protected void toMap(HashMap<String, String> map, String prefix) {
    setParamSimple(map, prefix + "Result", Result);
    setParamSimple(map, prefix + "Description", Description);
    setParamSimple(map, prefix + "Range", Range);
    setParamSimple(map, prefix + "RequestId", RequestId);
  }
}
