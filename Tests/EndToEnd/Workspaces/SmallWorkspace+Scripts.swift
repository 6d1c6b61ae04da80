extension SmallWorkspace {
    /// The files of the workspace: a form with a key, a roster, a frame and everything that can go wrong; one without a
    /// key; indicators of three kinds.
    static let scripts = [
        "chiso.toml": "schema = 1\n",
        "Surveys/choices/villages.csv": "name,label_vi,label_en\nv1,Thôn Một,Village One\nv2,Thôn Hai,Village Two\n",
        "Surveys/choices/households.csv": "village,household_no\nv1,1\nv1,2\nv1,3\nv2,1\nv2,2\n",
        "Surveys/household.lua": household, "Surveys/slip.lua": slip,
        "Surveys/simulate/household.lua": """
        simulate "household" {
          members = { uniform = { 1, 4 } }, connection = { fibre = 3, mobile = 2, none = 1, dont_know = 1 },
          speed = { uniform = { 10, 300 } }, note = function(h) return "ghi chú" end,
          person = {
            name = function(p) return "Người " .. p.index end, age = { uniform = { 0, 80 } },
            account = { share = 0.6 },
          },
        }
        """,
        "Surveys/simulate/slip.lua": """
        simulate "slip" { rating = { uniform = { 1, 5 } }, comment = function(s) return "được" end }
        """,
        "Rules/indicators/all.lua": indicators,
    ]

    /// Three of the five households; the fourth and fifth never answered.
    static let households = """
        village,household_no,note,members,connection,_reason.connection,speed,adults,_round,_date
        v1,1,Gần chợ,2,fibre,,50,2,2026-H1,2026-05-01
        v1,2,,1,,dont_know,,0,2026-H1,2026-05-02
        v2,1,,1,none,,,1,2026-H1,2026-05-03

        """

    /// Their members, by the form's key and in another order.
    static let persons = """
        village,household_no,name,age,account,_reason.account
        v2,1,Cúc,20,,dont_know
        v1,1,An,30,yes,
        v1,2,Bé,3,,
        v1,1,Bình,40,no,

        """

    private static let household = """
        form "household" {
          version = 1, label = { vi = "Hộ gia đình", en = "Household" },
          key = { "village", "household_no" }, round = "half_year", measures = "state",
          frame = from_csv "households",
          select_one "village" {
            label = { vi = "Thôn", en = "Village" }, choices = from_csv "villages", required = true,
          },
          text "household_no" { label = { vi = "Số hộ", en = "Number" }, pattern = "%d+", required = true },
          text "note" { label = { vi = "Ghi chú", en = "Note" } },
          integer "members" { label = { vi = "Số người", en = "Members" }, required = true, min = 1, max = 9 },
          select_one "connection" {
            label = { vi = "Kết nối", en = "Connection" }, special = { "dont_know", "refused" },
            choices = {
              { "fibre", vi = "Cáp quang", en = "Fibre" }, { "mobile", vi = "Di động", en = "Mobile" },
              { "none", vi = "Không", en = "None" },
            },
          },
          decimal "speed" {
            label = { vi = "Tốc độ", en = "Speed" }, special = { "dont_know" },
            relevant = function(h) return h.connection == "fibre" end,
            constraint = function(value) return value > 0 end,
            constraint_message = { vi = "Lớn hơn 0", en = "Above 0" },
          },
          roster "person" {
            label = { vi = "Thành viên", en = "Member" },
            count = function(h) return h.members end,
            text "name" { label = { vi = "Họ tên", en = "Name" }, required = true, personal = true },
            integer "age" { label = { vi = "Tuổi", en = "Age" }, required = true, min = 0, max = 120 },
            yes_no "account" {
              label = { vi = "Có tài khoản", en = "Has an account" }, special = { "dont_know" },
              relevant = function(p) return p.age >= 15 end,
            },
          },
          calculate "adults" {
            label = { vi = "Người lớn", en = "Adults" },
            calculation = function(h) return count(h.person, function(p) return p.age >= 18 end) end,
          },
        }
        """

    private static let slip = """
        form "slip" {
          version = 1, label = { vi = "Phiếu góp ý", en = "Slip" }, round = "day", measures = "flow",
          integer "rating" { label = { vi = "Điểm", en = "Rating" }, required = true, min = 1, max = 5 },
          text "comment" { label = { vi = "Ý kiến", en = "Comment" } },
        }
        """

    private static let indicators = """
        dimension "age_group" {
          over = "household.person", label = { vi = "Nhóm tuổi", en = "Age group" },
          value = function(p) if p.age < 18 then return "0-17" end return "18+" end, order = { "0-17", "18+" },
        }
        indicator "accounts" {
          code = "I.1", label = { vi = "Có tài khoản", en = "Have an account" },
          definition = { vi = "Từ 15 tuổi", en = "Aged 15 and over" },
          over = "household.person", among = function(p) return p.age >= 15 end,
          share = function(p) return p.account end, by = { "village", "age_group" },
          target = { at_least = 80, by = 2030, baseline = { [2025] = 40 } }, owner = "Công an xã",
        }
        indicator "mean_speed" {
          label = { vi = "Tốc độ bình quân", en = "Mean speed" }, unit = "Mb/s", component = true,
          over = "household", among = function(h) return h.connection == "fibre" end,
          mean = function(h) return h.speed end,
        }
        indicator "satisfied" {
          label = { vi = "Hài lòng", en = "Satisfied" }, over = "slip", component = true,
          share = function(s) return s.rating >= 4 end,
        }
        """
}
