package io.telproof.examples.flink;

import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.flink.Outcome;
import io.telproof.flink.Question;
import io.telproof.flink.StateKey;
import io.telproof.flink.TelproofConfig;
import io.telproof.flink.TelproofStreams;
import io.telproof.spi.CheckType;
import org.apache.flink.streaming.api.datastream.DataStream;

final class Tenures {
  record Customer(String id, String number) {}

  static DataStream<Outcome<Tenure>> of(DataStream<Customer> customers) {
    DataStream<Question> questions =
        customers
            .map(
                customer ->
                    new Question(
                        "recheck-2026-11/" + customer.id(),
                        TenureQuery.of(PhoneNumber.of(customer.number()))))
            .returns(Question.type(StateKey.environment("TELPROOF_STATE_KEY")));
    return TelproofStreams.ask(
            questions, CheckType.TENURE, TelproofConfig.file("/etc/telproof.conf"))
        .purpose("recheck")
        .unordered(Tenure.class);
  }
}
