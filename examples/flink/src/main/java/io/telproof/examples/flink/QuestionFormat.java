package io.telproof.examples.flink;

import io.telproof.PhoneNumber;
import io.telproof.TenureQuery;
import io.telproof.flink.Question;
import io.telproof.flink.StateKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines of {@code id,number} as questions, so that no number is ever in a stream unsealed. A line
 * without a number that can be asked is left out, with a warning that says which one it is.
 */
final class QuestionFormat extends SimpleStreamFormat<Question> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(QuestionFormat.class);

  private final String run;
  private final StateKey key;

  QuestionFormat(String run, StateKey key) {
    this.run = run;
    this.key = key;
  }

  @Override
  public TypeInformation<Question> getProducedType() {
    return Question.type(key);
  }

  @Override
  public StreamFormat.Reader<Question> createReader(Configuration config, FSDataInputStream in) {
    return new Lines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), run);
  }

  /** The question of a line, if there is one in it. */
  static Optional<Question> question(String run, String line) {
    int comma = line.indexOf(',');
    if (comma < 1) {
      return Optional.empty();
    }
    PhoneNumber number;
    try {
      number = PhoneNumber.of(line.substring(comma + 1).strip());
    } catch (IllegalArgumentException e) {
      // What it says may quote the number.
      return Optional.empty();
    }
    String id = line.substring(0, comma);
    return Optional.of(new Question(Recheck.key(run, id), TenureQuery.of(number)));
  }

  /** The lines of one file. */
  private static final class Lines implements StreamFormat.Reader<Question> {
    private final BufferedReader lines;
    private final String run;
    private long line;

    Lines(BufferedReader lines, String run) {
      this.lines = lines;
      this.run = run;
    }

    @Override
    public @Nullable Question read() throws IOException {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        Optional<Question> question = question(run, text);
        if (question.isPresent()) {
          return question.get();
        }
        LOG.warn("line {} is left out: it is not id,number with a number as +8613800138000", line);
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
