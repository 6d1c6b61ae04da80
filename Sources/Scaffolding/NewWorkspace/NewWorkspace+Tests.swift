/// The tests of the scripts.
extension NewWorkspace {
    /// `Rules/tests/household.lua`.
    var formTests: String {
        """
        --vi Bài thử của phiếu hộ và các chỉ tiêu, chạy bằng chiso test; kho số liệu không bị đụng đến.
        --en Tests of the household form and its indicators, run by chiso test; the store is never touched.

        --vi Một hộ với những người này; changes cho biết điều gì khác.
        --en A household with these persons; changes says what is different.
        local function household(number, persons, changes)
          local h = {
            village = "t1", household_no = number, consent = true, members = #persons, person = persons,
            connection = "mobile",
          }
          for name, value in pairs(changes or {}) do h[name] = value end
          return h
        end

        local an = { name = "An", sex = "female", age = 30, vneid = true }
        local binh = { name = "Bình", sex = "male", age = 64, vneid = false }
        local be = { name = "Bé", sex = "male", age = 10 }

        test("⟦chỉ hỏi tốc độ khi dùng cáp quang¦the speed is asked for fibre only⟧", function(t)
          local i = t:interview "household"
          i:answer("connection", "mobile")
          t:check(not i:asked "speed_mbps")
          i:answer("connection", "fibre")
          t:check(i:asked "speed_mbps")
          t:check(i:refused("speed_mbps", 0))
          t:check(i:warned("members", 13))
        end)

        test("⟦trẻ em không tính vào VNeID¦a child does not count for VNeID⟧", function(t)
          t:record("household", household("1", { an, be }))
          t:record("household", household("2", { binh }))
          t:figure("vneid_account", {
            value = 50, n = 2, missing = 0, by = { age_group = { ["14-59"] = { n = 1 }, ["60+"] = { n = 1 } } },
          })
        end)

        test("⟦không biết thì không phải là không¦don't know is not a no⟧", function(t)
          t:record("household", household("1", { an, { name = "Chi", sex = "female", age = 40, vneid = t.dont_know } }))
          t:figure("vneid_account", { value = 100, n = 1, missing = 1 })
        end)

        test("⟦Internet, tốc độ, nhân khẩu của hai hộ¦Internet, speed and size of two households⟧", function(t)
          t:record("household", household("1", { an, binh, be }, { connection = "fibre", speed_mbps = 100 }))
          t:record("household", household("2", { binh }, { connection = "none" }))
          t:figure("households_online", { value = 50, n = 2 })
          t:figure("fibre_speed", { value = 100, n = 1 })
          t:figure("persons_per_household", { value = 2 })
        end)

        test("⟦số người từ 18 tuổi được tính ra¦the number of adults is worked out⟧", function(t)
          local record = t:record("household", household("1", { an, be }))
          t:equal(record.adults, 1)
        end)

        """
    }

    /// `Rules/tests/rules.lua`.
    var ruleTests: String {
        """
        --vi Bài thử của quy tắc kiểm tra, cảnh báo và lời văn báo cáo.
        --en Tests of validations, alerts and the words of the report.
        local progress = require "progress"

        local function household(number, age, vneid)
          return {
            village = "t1", household_no = number, consent = true, members = 1, connection = "fibre", speed_mbps = 100,
            person = { { name = "An", sex = "female", age = age, vneid = vneid } },
          }
        end

        test("⟦hộ phải có người lớn¦a household has an adult⟧", function(t)
          t:record("household", household("1", 30, true))
          t:record("household", household("2", 16, true))
          t:validation("household_has_an_adult", { passed = 1, failed = 1 })
        end)

        test("⟦mã hộ 7 và 007 là một hộ¦7 and 007 are one household⟧", function(t)
          t:record("household", household("7", 30, true))
          t:record("household", household("007", 30, true))
          t:validation("household_number_once", { failed = 2 })
        end)

        test("⟦VNeID chậm suốt 14 ngày thì báo¦VNeID behind for 14 days is told⟧", function(t)
          t:today "\(year)-06-30"
          for number = 1, 30 do t:record("household", household(tostring(number), 30, false)) end
          t:close "\(year)-H1"
          t:today "\(year)-07-02"
          t:alert("vneid_behind", { pending = 1, firing = 0 })
          t:today "\(year)-07-16"
          t:alert("vneid_behind", { firing = 1, sent = 1 })
        end)

        test("⟦báo cáo nêu đúng chỉ tiêu chậm¦the report names what is behind⟧", function(t)
          local figures = { { label = "A", status_code = "behind" }, { label = "B", status_code = "on_track" } }
          t:equal(progress.behind(figures), { "A" })
        end)

        """
    }
}
