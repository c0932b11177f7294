package io.telproof.sandbox.alibaba;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telproof.sandbox.Billing;
import java.util.List;

/**
 * Sends a code: Dypnsapi 2017-05-25 SendSmsVerifyCode. Charged when the message is delivered, which
 * here is at once.
 *
 * <p>Not simulated: the Interval between two messages (scenario 84 has its refusal for every
 * message), and signatures and templates that the account does not have.
 */
final class SendSmsVerifyCode extends Dypnsapi {

  private static final ObjectReader JSON = new JsonMapper().reader();

  @Override
  public String name() {
    return "SendSmsVerifyCode";
  }

  @Override
  public int perSecond(AlibabaSettings settings) {
    return settings.sendPerSecond();
  }

  @Override
  public List<String> required() {
    return List.of("PhoneNumber", "SignName", "TemplateCode", "TemplateParam");
  }

  @Override
  Answer verdict(Question question) {
    if (!lengthAllowed(question.text("CodeLength")) || !template(question.text("TemplateParam"))) {
      return failed("isv.INVALID_PARAMETERS");
    }
    return switch (question.scenario()) {
      case SENDING_LIMITED -> failed("biz.FREQUENCY");
      default -> sent(question);
    };
  }

  private static Answer sent(Question question) {
    Answer answer = succeeded(question, "OK").billed("OK", Billing.CHARGED);
    ObjectNode model = answer.body().putObject("Model");
    model.put("BizId", "112231421412414124123^4").put("OutId", question.text("OutId"));
    if (question.text("ReturnVerifyCode").equals("true")) {
      model.put("VerifyCode", CheckSmsVerifyCode.RIGHT);
    }
    return answer;
  }

  private static boolean lengthAllowed(String length) {
    return length.isEmpty() || length.matches("[4-8]");
  }

  /**
   * A code that the vendor did not make itself is sent, but cannot be checked: not offered here.
   */
  private static boolean template(String parameters) {
    try {
      return JSON.readTree(parameters).isObject() && parameters.contains("##code##");
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
