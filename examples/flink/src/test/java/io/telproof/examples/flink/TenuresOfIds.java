package io.telproof.examples.flink;

import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.flink.Outcome;
import io.telproof.flink.QueryLookup;
import io.telproof.flink.TelproofConfig;
import io.telproof.flink.TelproofStreams;
import io.telproof.spi.CheckType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.apache.flink.streaming.api.datastream.DataStream;

final class TenuresOfIds {
  static final class Customers implements QueryLookup<Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Object query(Long id) throws Exception {
      try (Connection connection = DriverManager.getConnection(System.getenv("CUSTOMERS"));
          PreparedStatement select =
              connection.prepareStatement("SELECT phone FROM customers WHERE id = ?")) {
        select.setLong(1, id);
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            // This element alone fails, with INVALID_REQUEST.
            throw new IllegalArgumentException("no such customer");
          }
          return TenureQuery.of(PhoneNumber.of(row.getString("phone")));
        }
      }
    }
  }

  static DataStream<Outcome<Tenure>> of(DataStream<Long> ids) {
    return TelproofStreams.ask(
            ids,
            CheckType.TENURE,
            TelproofConfig.file("/etc/telproof.conf"),
            id -> "recheck-2026-11/" + id,
            new Customers())
        .unordered(Tenure.class);
  }
}
