-- After generation.lua. What one process has counted, by its own account.
-- KEYS: state, day   ARGV: time, closed, process, mine   -> {generation}
local more = ARGV[4] - tonumber(redis.call('HGET', KEYS[2], ARGV[3]) or '0')
if more ~= 0 then
  redis.call('HINCRBY', KEYS[2], 'total', text(more))
  redis.call('HINCRBY', KEYS[2], ARGV[3], text(more))
  -- Four days.
  redis.call('PEXPIRE', KEYS[2], 345600000)
end
return {generation}
