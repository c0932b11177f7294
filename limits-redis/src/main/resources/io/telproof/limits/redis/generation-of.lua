-- After generation.lua. Which generation this is.
-- KEYS: state   ARGV: time, closed, and whether to give nothing for so long from now on
-- -> {generation}
if ARGV[3] == 'close' and now + ARGV[2] > opens then
  redis.call('HSET', KEYS[1], 'opens', text(now + ARGV[2]))
  if opens <= now then redis.call('HSET', KEYS[1], 'back', text(now)) end
end
return {generation}
