-- What was asked and what came of it. Nothing here names a person: numbers and keys are keyed hashes, answers are sealed.
--
-- A hash is a bytea: half of its hexadecimal text, in the table and in each index, and a length can be held to.
-- encode(subject, 'hex') prints it, '\x…' finds it. The id of an intent is a uuid for the same reason; it is found by its
-- 32 digits with or without dashes.
-- Moments of intents and settlements are those of the machine that asked; leases are counted by this server's clock.
-- There are no foreign keys: a row of owners would be locked by every intent, and old rows can be deleted in any order.

CREATE TABLE owners (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  lease_until timestamptz NOT NULL
);

COMMENT ON TABLE owners IS 'One row for each time that a process opened the ledger, or lost its lease and took another.';
COMMENT ON COLUMN owners.lease_until IS 'Until when the process is taken to be alive. It renews this; an owner whose lease has ended never has one again.';

CREATE TABLE intents (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  check_type text NOT NULL,
  provider text NOT NULL,
  operation text NOT NULL,
  subject bytea NOT NULL CHECK (octet_length(subject) = 16),
  correlation_id text NOT NULL,
  purpose text,
  key bytea CHECK (octet_length(key) = 16),
  question bytea CHECK (octet_length(question) = 16),
  owner bigint NOT NULL,
  settled_at timestamptz,
  outcome text,
  charge text CHECK (charge IN ('CHARGED', 'FREE', 'POSSIBLE', 'UNSTATED')),
  vendor_code text,
  request_id text,
  elapsed_us bigint,
  late boolean,
  CHECK ((key IS NULL) = (question IS NULL)),
  CHECK (num_nonnulls(settled_at, outcome, charge, elapsed_us, late) IN (0, 5))
);

COMMENT ON TABLE intents IS 'One row for each question to one provider: the intent, written before it goes out, and its settlement, which is null until it is known what came of it.';
COMMENT ON COLUMN intents.at IS 'When it was about to be asked.';
COMMENT ON COLUMN intents.subject IS 'The keyed hash of what was asked about.';
COMMENT ON COLUMN intents.key IS 'The keyed hash of the idempotency key, as in keys.hash.';
COMMENT ON COLUMN intents.question IS 'The keyed hash of the whole question that was asked under the key.';
COMMENT ON COLUMN intents.owner IS 'Which row of owners asked. Without an outcome, and with the lease ended, it is in doubt.';
COMMENT ON COLUMN intents.outcome IS 'KNOWN, or a gap, or a kind of failure; BROKEN where a provider threw what it must not; DISMISSED where a person said that it may be asked again.';
COMMENT ON COLUMN intents.elapsed_us IS 'How long it took, in microseconds.';
COMMENT ON COLUMN intents.late IS 'Whether the lease of its owner had ended before it was settled, so that it was in doubt for a while.';

CREATE INDEX intents_by_time ON intents (at, id);
CREATE INDEX intents_open ON intents (at, id) WHERE outcome IS NULL;
CREATE INDEX intents_by_key ON intents (key) WHERE key IS NOT NULL;

CREATE TABLE keys (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 16),
  question bytea NOT NULL CHECK (octet_length(question) = 16),
  holder bigint,
  claimed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  outcome text,
  provider text,
  operation text,
  charge text CHECK (charge IN ('CHARGED', 'FREE', 'POSSIBLE', 'UNSTATED')),
  vendor_code text,
  request_id text,
  asked_at timestamptz,
  elapsed_us bigint,
  origin text,
  answer text,
  answer_until timestamptz,
  CHECK (num_nonnulls(outcome, provider, operation, charge, asked_at, elapsed_us, origin) IN (0, 7)),
  CHECK ((answer IS NULL) = (answer_until IS NULL))
);

COMMENT ON TABLE keys IS 'One row for each idempotency key that was ever claimed.';
COMMENT ON COLUMN keys.hash IS 'The keyed hash of the application''s key.';
COMMENT ON COLUMN keys.question IS 'The keyed hash of the question that the key was last claimed for.';
COMMENT ON COLUMN keys.holder IS 'Which row of owners asks under the key; null where nobody does. Who is not alive holds nothing.';
COMMENT ON COLUMN keys.outcome IS 'As intents.outcome, of the question as a whole; null until it was concluded. The columns to origin are its receipt.';
COMMENT ON COLUMN keys.answer IS 'The answer, sealed by the application. Set to null once answer_until has passed.';

CREATE INDEX keys_by_end_of_answer ON keys (answer_until) WHERE answer IS NOT NULL;
