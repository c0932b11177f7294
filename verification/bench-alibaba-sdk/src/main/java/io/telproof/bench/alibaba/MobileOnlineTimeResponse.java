package io.telproof.bench.alibaba;

import com.aliyun.tea.NameInMap;
import com.aliyun.tea.TeaModel;
import java.util.Map;

/** As the vendor's generator writes an operation's reply: fields that the runtime fills. */
public final class MobileOnlineTimeResponse extends TeaModel {
  @NameInMap("headers")
  public Map<String, String> headers;

  @NameInMap("statusCode")
  public Integer statusCode;

  @NameInMap("body")
  public Body body;

  /** What was sent back. */
  public static final class Body extends TeaModel {
    @NameInMap("Code")
    public String code;

    @NameInMap("Message")
    public String message;

    @NameInMap("RequestId")
    public String requestId;

    @NameInMap("ResultObject")
    public ResultObject resultObject;
  }

  /** The result in it. */
  public static final class ResultObject extends TeaModel {
    @NameInMap("BizCode")
    public String bizCode;

    @NameInMap("IspName")
    public String ispName;

    @NameInMap("TimeCode")
    public String timeCode;
  }
}
