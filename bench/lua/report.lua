-- Appends one JSON line with what a run of wrk found. Loaded by the scripts beside it.
local function report(summary, latency)
  local wrong = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.status + summary.errors.timeout
  local file = assert(io.open(os.getenv("BENCH_OUT"), "a"))
  file:write(string.format(
    '{"series":"%s","round":%d,"values":{"rps":%.1f,"p50_us":%d,"p99_us":%d,"errors":%d}}\n',
    os.getenv("BENCH_SERIES"), tonumber(os.getenv("BENCH_ROUND")),
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50), latency:percentile(99), wrong))
  file:close()
end

return report
