-- Nothing was sent with this permit, and nothing will be; or nobody waits for it any longer.
-- KEYS: line, due, and what is held of each limit   ARGV: id
for i = 1, #KEYS do redis.call('ZREM', KEYS[i], ARGV[1]) end
return {}
