package io.telproof.sandbox.tencent.sdk;

import com.google.gson.annotations.Expose;
import com.google.gson.annotations.SerializedName;
import com.tencentcloudapi.common.AbstractModel;
import java.util.HashMap;

/**
 * As the vendor's generator writes a product's request. The SDK puts no other into a query, and
 * looks for fields that are named as in JSON.
 */
final class PhoneVerificationRequest extends AbstractModel {

  @Expose
  @SerializedName("IdCard")
  private final String IdCard;

  @Expose
  @SerializedName("Name")
  private final String Name;

  @Expose
  @SerializedName("Phone")
  private final String Phone;

  PhoneVerificationRequest(String identityNumber, String person, String number) {
    IdCard = identityNumber;
    Name = person;
    Phone = number;
  }

  @Override
  @SuppressWarnings("NonApiType") // The SDK's signature.
  protected void toMap(HashMap<String, String> map, String prefix) {
    setParamSimple(map, prefix + "IdCard", IdCard);
    setParamSimple(map, prefix + "Name", Name);
    setParamSimple(map, prefix + "Phone", Phone);
  }
}
