-- Stands in front of the scripts that need the time alone.
-- ARGV[1]: the time, where Redis' own does not count, in microseconds
local now = tonumber(ARGV[1])
if not now then
  local t = redis.call('TIME')
  now = t[1] * 1000000 + t[2]
end
