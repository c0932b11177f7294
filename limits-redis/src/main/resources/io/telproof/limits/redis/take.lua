-- After generation.lua. Asks for a permit, or asks again.
-- KEYS: state, line, due, and what is held of each limit
-- ARGV: time, closed, generation, id, ticket, left, hold, grace, look, turn, whether this process has
-- just come back, and n and period of each limit
-- -> {1, 0, ticket, generation}   it is given
--    {0, wait, ticket, generation}   ask again in `wait`, by this ticket
--    {-1, wait, ticket, generation}   there is none in the time left, but there may be in `wait`
--    {-2, 0, ticket, generation}   put back what you know of, then ask again
--    {-3, wait, ticket, generation}   as -1, because nothing is given yet
local id, ticket, left, hold = ARGV[4], tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
if ARGV[3] ~= '' and ARGV[3] ~= generation then return {-2, 0, ticket, generation} end

-- Who waited in an earlier generation was told that Redis is away, and could not leave the line. Who
-- still waits comes with its ticket, and has its place back.
if state[4] ~= generation then
  redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -1)
  redis.call('ZREMRANGEBYRANK', KEYS[3], 0, -1)
  redis.call('HSET', KEYS[1], 'line', generation)
end
-- Who has not come again in time has died, or comes with its ticket and has its place back.
for _, late in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now)) do
  if late ~= id then redis.call('ZREM', KEYS[2], late) end
  redis.call('ZREM', KEYS[3], late)
end
if ticket == 0 then
  local last = redis.call('ZRANGE', KEYS[2], -1, -1, 'WITHSCORES')
  ticket = math.max(now, (tonumber(last[2]) or 0) + 1)
  -- While nothing is given, and where Redis could not be asked for a while, all who come are equal,
  -- and processes come back one after the other with many callers each: the first callers of all
  -- have their turn before the second ones.
  if opens > now or ARGV[11] == 'back' then
    -- Five seconds: processes are back within a heartbeat or two of each other.
    if opens <= now and (back > now or now - back > 5000000) then
      back = now
      redis.call('HSET', KEYS[1], 'back', text(now))
    end
    ticket = back + 1000 * ARGV[10]
  end
end
redis.call('ZADD', KEYS[2], ticket, id)
local ahead = redis.call('ZRANK', KEYS[2], id)

local at = now
for i = 4, #KEYS do
  local n, period = tonumber(ARGV[2 * i + 4]), tonumber(ARGV[2 * i + 5])
  redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', now)
  local held = redis.call('ZCARD', KEYS[i])
  -- How many leases have to end before this one can begin, less one.
  local k = ahead - (n - held)
  if k >= 0 then
    local which = k < held and k or k % n
    local rounds = k < held and 0 or math.floor(k / n)
    local ends = redis.call('ZRANGE', KEYS[i], which, which, 'WITHSCORES')
    at = math.max(at, math.min(tonumber(ends[2]) or now + period, now + period) + rounds * period)
  end
  if opens > now then
    at = math.max(at, opens + math.floor(ahead / n) * period)
  end
end

if at <= now then
  for i = 4, #KEYS do
    local lasts = hold + ARGV[2 * i + 5]
    redis.call('ZADD', KEYS[i], now + lasts, id)
    redis.call('PEXPIRE', KEYS[i], math.ceil(lasts / 1000) + 60000)
  end
  redis.call('ZREM', KEYS[2], id)
  redis.call('ZREM', KEYS[3], id)
  return {1, 0, ticket, generation}
end
local wait = at - now
if wait > left then
  redis.call('ZREM', KEYS[2], id)
  redis.call('ZREM', KEYS[3], id)
  return {opens > now and -3 or -1, wait, ticket, generation}
end
-- Who is far back looks again halfway, and after five seconds: those before it may have died or
-- given up.
if wait > tonumber(ARGV[9]) then
  wait = math.min(5000000, math.max(tonumber(ARGV[9]), math.floor(wait / 2)))
end
redis.call('ZADD', KEYS[3], now + wait + ARGV[8], id)
-- An hour: who waits longer comes with its ticket.
redis.call('PEXPIRE', KEYS[2], 3600000)
redis.call('PEXPIRE', KEYS[3], 3600000)
return {0, wait, ticket, generation}
