package io.telproof.alibaba;

import io.telproof.spi.reply.CodeTable;
import io.telproof.testkit.WireDocument;
import io.telproof.testkit.WireDocument.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WireDocumentTest {
  @Test
  void the_page_in_the_documentation_is_printed_from_the_tables() throws IOException {
    Map<String, CodeTable<?>> status = new LinkedHashMap<>();
    status.put("BizCode", MobileOnlineStatus.BIZ_CODE);
    status.put("SubCode, under BizCode 1", MobileOnlineStatus.NORMAL);
    status.put("SubCode, under BizCode 2", MobileOnlineStatus.NOT_NORMAL);
    Map<String, CodeTable<?>> tenure = new LinkedHashMap<>();
    tenure.put("BizCode", MobileOnlineTime.BIZ_CODE);
    tenure.put("TimeCode", MobileOnlineTime.TIME_CODE);
    Map<String, CodeTable<?>> identity = new LinkedHashMap<>();
    identity.put("BizCode", Mobile3MetaDetailVerify.BIZ_CODE);
    identity.put("SubCode, under BizCode 1", Mobile3MetaDetailVerify.AGREEING);
    identity.put("SubCode, under BizCode 2", Mobile3MetaDetailVerify.DIFFERING);
    Map<String, CodeTable<?>> recycled = new LinkedHashMap<>();
    recycled.put("BizCode", MobileRecycledMetaVerify.BIZ_CODE);
    recycled.put("SubCode, under BizCode 1", MobileRecycledMetaVerify.SUB_CODE);
    WireDocument.of(
            new Operation(MobileOnlineStatus.offer(), status, "Code", MobileOnlineStatus.CODE),
            new Operation(MobileOnlineTime.offer(), tenure, "Code", MobileOnlineTime.CODE),
            new Operation(
                Mobile3MetaDetailVerify.offer(), identity, "Code", Mobile3MetaDetailVerify.CODE),
            new Operation(
                Mobile2MetaVerify.offer(),
                Map.of("BizCode", Mobile2MetaVerify.BIZ_CODE),
                "Code",
                Mobile2MetaVerify.CODE),
            new Operation(SendSmsVerifyCode.offer(), Map.of(), "Code", SendSmsVerifyCode.CODE),
            new Operation(
                CheckSmsVerifyCode.offer(),
                Map.of("VerifyResult", CheckSmsVerifyCode.VERIFY_RESULT),
                "Code",
                CheckSmsVerifyCode.CODE),
            new Operation(
                GetPreValidatePhoneId.offer(), Map.of(), "Code", GetPreValidatePhoneId.CODE),
            new Operation(
                MobileRecycledMetaVerify.offer(), recycled, "Code", MobileRecycledMetaVerify.CODE))
        .assertPrintedIn(Path.of("..", "docs", "wire", "alibaba.md"));
  }
}
