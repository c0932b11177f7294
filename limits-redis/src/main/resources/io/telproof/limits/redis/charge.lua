-- After generation.lua. Counts one charge, where the day has one left.
-- KEYS: state, day   ARGV: time, closed, generation, process, most
-- -> {1, generation} counted   {0, generation} the day has none left
--    {-2, generation} say first what you have counted   {-3, generation} nothing is given yet
if ARGV[3] ~= '' and ARGV[3] ~= generation then return {-2, generation} end
if opens > now then return {-3, generation} end
if tonumber(redis.call('HGET', KEYS[2], 'total') or '0') >= tonumber(ARGV[5]) then
  return {0, generation}
end
redis.call('HINCRBY', KEYS[2], 'total', 1)
redis.call('HINCRBY', KEYS[2], ARGV[4], 1)
-- Four days.
redis.call('PEXPIRE', KEYS[2], 345600000)
return {1, generation}
