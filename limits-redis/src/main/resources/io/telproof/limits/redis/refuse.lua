-- Remembers until when a number is refused; beyond `most` what ends soonest is forgotten.
-- KEYS: refusals   ARGV: now and until in milliseconds, number, most
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[3])
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -ARGV[4] - 1)
local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
if last[2] then redis.call('PEXPIRE', KEYS[1], math.max(1, last[2] - ARGV[1])) end
return {}
