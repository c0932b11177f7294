package io.telproof.sandbox.tencent.sdk;

import com.google.gson.annotations.Expose;
import com.google.gson.annotations.SerializedName;
import com.tencentcloudapi.common.AbstractModel;
import java.util.HashMap;

/** As the vendor's generator writes a product's request: the SDK puts no other into a query. */
final class PhoneVerificationRequest extends AbstractModel {

  @Expose
  @SerializedName("IdCard")
  private final String idCard;

  @Expose
  @SerializedName("Name")
  private final String name;

  @Expose
  @SerializedName("Phone")
  private final String phone;

  PhoneVerificationRequest(String idCard, String name, String phone) {
    this.idCard = idCard;
    this.name = name;
    this.phone = phone;
  }

  @Override
  @SuppressWarnings("NonApiType") // The SDK's signature.
  protected void toMap(HashMap<String, String> map, String prefix) {
    setParamSimple(map, prefix + "IdCard", idCard);
    setParamSimple(map, prefix + "Name", name);
    setParamSimple(map, prefix + "Phone", phone);
  }
}
