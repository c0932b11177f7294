-- After clock.lua. A lease ends so long from now, where that is sooner than it would have.
-- KEYS: what is held of each limit
-- ARGV: time, id, whether one that has ended is put back, and how long for each limit
for i = 1, #KEYS do
  local ends = now + ARGV[i + 3]
  local was = tonumber(redis.call('ZSCORE', KEYS[i], ARGV[2]) or '0')
  local over = was <= now
  if over and ARGV[3] == 'put' or not over and ends < was then
    redis.call('ZADD', KEYS[i], ends, ARGV[2])
    if over then redis.call('PEXPIRE', KEYS[i], math.ceil(ARGV[i + 3] / 1000) + 60000) end
  end
end
return {}
