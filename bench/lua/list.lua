-- wrk -s list.lua URL: the same page again and again, with the token of BENCH_TOKEN where there is one.
local token = os.getenv("BENCH_TOKEN")
if token and token ~= "" then wrk.headers["authorization"] = "Bearer " .. token end

done = dofile("bench/lua/report.lua")
