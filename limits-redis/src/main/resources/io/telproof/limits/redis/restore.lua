-- After generation.lua. Puts back leases of requests that were sent.
-- KEYS: state, what is held of one limit   ARGV: time, closed, and id and what is left of each
-- -> {generation}
local longest = 0
for i = 3, #ARGV, 2 do
  redis.call('ZADD', KEYS[2], now + ARGV[i + 1], ARGV[i])
  longest = math.max(longest, tonumber(ARGV[i + 1]))
end
if redis.call('PTTL', KEYS[2]) < math.ceil(longest / 1000) + 60000 then
  redis.call('PEXPIRE', KEYS[2], math.ceil(longest / 1000) + 60000)
end
return {generation}
