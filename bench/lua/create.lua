-- wrk -s create.lua URL: a new record with every request.
-- BENCH_KIND: `note` and `check` for the program, `bare` for the bare handler.
local kind = os.getenv("BENCH_KIND")
local token = os.getenv("BENCH_TOKEN")
local round = tonumber(os.getenv("BENCH_ROUND"))
local data = os.getenv("BENCH_FOLDER")

local function lines(name)
  local all = {}
  for line in io.lines(data .. "/" .. name) do all[#all + 1] = line end
  return all
end

local body = lines("body")[1]
local sites = kind == "check" and lines("sites") or {}
local topics = {}
if kind == "check" then
  for line in io.lines("bench/lua/topics.txt") do topics[#topics + 1] = line end
end

wrk.headers["content-type"] = "application/json"
if token and token ~= "" then wrk.headers["authorization"] = "Bearer " .. token end

-- Ids rise with time, as those of clients do; the round and the kind keep runs apart.
local kinds = { note = 1, check = 2, bare = 3, warm = 4 }
local since = os.time()
local function id(n)
  return string.format("%08x-%04x-7%03x-8000-%012x", since, round, kinds[kind] or 0, n)
end

local text = "现场查看，未发现异常，已当面提醒注意事项。"
local n = 0

local writers = {
  note = function()
    local json = string.format(
      '{"form":"load.note","form_version":1,"body":"%s","values":{"finding":"%s"}}', body, text)
    return wrk.format("PUT", "/api/v1/records/" .. id(n), nil, json)
  end,
  -- Every premises and topic once before any comes again, so that most records meet an obligation that is open.
  -- Rounds begin at different places.
  check = function()
    local turn = n + (round - 1) * 7919
    local site = sites[turn % #sites + 1]
    local topic = topics[math.floor(turn / #sites) % #topics + 1]
    local json = string.format(
      '{"form":"load.check","form_version":1,"body":"%s","subjects":["%s"],"values":{"topic":"%s","finding":"%s"}}',
      body, site, topic, text)
    return wrk.format("PUT", "/api/v1/records/" .. id(n), nil, json)
  end,
  bare = function()
    local json = string.format(
      '{"id":"%s","form":"load.note","form_version":1,"body":"%s","values":{"finding":"%s"},"stated_at":1658246400000,"covers":19193}',
      id(n), body, text)
    return wrk.format("POST", "/records", nil, json)
  end,
}

request = function()
  n = n + 1
  return writers[kind]()
end

done = dofile("bench/lua/report.lua")
