-- After generation.lua. How many permits each limit has left.
-- KEYS: state, and what is held of each limit   ARGV: time, closed, and n of each limit
local left = {}
for i = 2, #KEYS do
  local held = redis.call('ZCOUNT', KEYS[i], '(' .. text(now), '+inf')
  left[i - 1] = opens > now and 0 or math.max(0, ARGV[i + 1] - held)
end
return left
