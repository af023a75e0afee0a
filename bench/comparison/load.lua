-- For wrk: sends the requests of a file in order, again and again, and prints the result as one line of JSON.
--
-- The file has a request a line: method, path, headers as name=value, body, separated by tabs. Bodies have no line ends.
-- `{unique}` in a request is replaced by a new value each time. With a second argument every connection waits that many
-- milliseconds before each request.

local requests, position = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local fields = {}
    for field in (line .. "\t"):gmatch("([^\t]*)\t") do
      fields[#fields + 1] = field
    end
    local headers = {}
    for n = 3, #fields - 1 do
      local name, value = fields[n]:match("([^=]+)=(.*)")
      headers[name] = value
    end
    local body = fields[#fields]
    requests[#requests + 1] = wrk.format(fields[1], fields[2], headers, body ~= "" and body or nil)
  end
  local pause = tonumber(arguments[2])
  if pause then
    delay = function()
      return pause
    end
  end
end

-- Of this thread, and nobody else.
local thread, asked = tostring({}):gsub("%W", ""), 0

function request()
  position = position % #requests + 1
  asked = asked + 1
  return (requests[position]:gsub("{unique}", thread .. "-" .. os.time() .. "-" .. asked))
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests": %d, "microseconds": %d, "errors": %d, "p50": %f, "p99": %f, "max": %f}',
    summary.requests, summary.duration, errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
