-- Stands in front of the scripts that say so.
-- KEYS[1]: state   ARGV[1]: the time, where Redis' own does not count   ARGV[2]: closed, how long a
-- new generation gives nothing. All times in microseconds.
--
-- A server that was restarted, a replica that has become the master, and a server without what it
-- knew are a new generation: what was given out before may still be sent.
local now = tonumber(ARGV[1])
if not now then
  local t = redis.call('TIME')
  now = t[1] * 1000000 + t[2]
end
local function text(number) return string.format('%.0f', number) end

local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
local state = redis.call('HMGET', KEYS[1], 'run', 'since', 'opens', 'line', 'back')
if state[1] ~= run then
  state = {run, text(now), text(now + ARGV[2]), state[4], text(now)}
  redis.call('HSET', KEYS[1], 'run', run, 'since', state[2], 'opens', state[3], 'back', state[5])
end
-- A month.
redis.call('PEXPIRE', KEYS[1], 2592000000)
local generation, opens = run .. '-' .. state[2], tonumber(state[3])
-- From when on processes come back together.
local back = tonumber(state[5] or '0')
