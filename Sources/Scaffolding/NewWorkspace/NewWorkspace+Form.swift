/// The form, its list of villages, and how its records are made up.
extension NewWorkspace {
    /// `Surveys/household.lua`.
    var form: String {
        """
        --vi Phiếu hộ gia đình: mỗi hộ một phiếu mỗi nửa năm. Thêm, bớt câu hỏi ở đây, lưu, rồi chạy chiso check.
        --en Household questionnaire: one record a household and half-year. Change it here, save, and run chiso check.
        local definitions = require "definitions"

        form "household" {
          --vi Đổi cấu trúc câu hỏi sau khi đã có phiếu thì tăng số này.
          --en Raise it whenever questions change after records were collected.
          version = 1,
          label = { vi = "Phiếu hộ gia đình", en = "Household questionnaire" },
          --vi Khóa: những câu cho biết phiếu là của đơn vị nào.
          --en The key: the questions that tell whose record it is.
          key = { "village", "household_no" },
          --vi Mỗi đơn vị một phiếu mỗi kỳ: once, day, month, quarter, half_year, year.
          --en One record a unit and round: once, day, month, quarter, half_year, year.
          round = "half_year",
          --vi "state": tình trạng, lấy phiếu mới nhất; "flow": số phát sinh trong kỳ, cộng lại.
          --en "state": how things stand, the latest record counts; "flow": what happened in a period, summed.
          measures = "state",
          --vi Phiếu cũ còn được tính bao lâu.
          --en How long an older state still counts.
          valid_for = "12 months",
          --vi Có danh sách hộ (Surveys/choices/households.csv, cột village và household_no) thì bỏ dấu -- ở dòng dưới:
          --vi báo cáo sẽ cho biết bao nhiêu phần trăm đã trả lời, và ai chưa.
          --en With a list of households (Surveys/choices/households.csv, columns village and household_no), take the --
          --en below away: reports then tell what part has answered, and who has not.
          -- frame = from_csv "households",

          group "place" {
            label = { vi = "Địa bàn", en = "Place" },
            select_one "village" {
              label = { vi = "Thôn, tổ dân phố", en = "Village" },
              --vi Danh sách dài để trong Surveys/choices/villages.csv; danh sách ngắn viết ngay ở đây, như "connection".
              --en A long list stands in Surveys/choices/villages.csv; a short one is written here, as in "connection".
              choices = from_csv "villages", required = true,
            },
            text "household_no" {
              label = { vi = "Mã số hộ trong thôn", en = "Number of the household in the village" },
              --vi pattern: mẫu (của Lua) mà cả câu trả lời phải khớp; %d+ là các chữ số.
              --en pattern: a Lua pattern that the whole answer must match; %d+ is digits.
              pattern = "%d+", required = true,
            },
            --vi Đọc cho người dân nghe. Không đồng ý thì kết thúc, không giữ tên ai.
            --en Read aloud. A "no" ends the visit, and no name is kept.
            yes_no "consent" {
              label = {
                vi = "Xã hỏi chỉ để tính số liệu chuyển đổi số; trả lời là tự nguyện. Ông/bà đồng ý chứ?",
                en = "The commune asks only to compute its digital figures; to answer is voluntary. Do you agree?",
              },
              required = true, consent = true,
            },
            integer "members" {
              label = { vi = "Số người của hộ", en = "Persons of the household" },
              --vi Ngoài min, max thì không nhận; ngoài warn thì hỏi lại.
              --en Beyond min and max it is refused; where warn does not hold, it is asked back.
              required = true, min = 1, max = 30,
              warn = function(value) return value <= 12 end,
              warn_message = { vi = "Hộ có hơn 12 người: đúng không?", en = "More than 12 persons: is that right?" },
            },
          },

          select_one "connection" {
            label = { vi = "Hộ kết nối Internet chủ yếu bằng gì?", en = "How does the household mainly connect?" },
            choices = {
              { "fibre",  vi = "Cáp quang",     en = "Fibre" },
              { "mobile", vi = "Di động",       en = "Mobile" },
              { "none",   vi = "Không kết nối", en = "None" },
            },
            --vi special: được trả lời không biết, từ chối.
            --en special: don't know and refused are answers too.
            required = true, special = { "dont_know", "refused" },
          },
          decimal "speed_mbps" {
            label = { vi = "Tốc độ theo gói cước (Mb/s)", en = "Speed of the package (Mb/s)" },
            --vi relevant: chỉ hỏi khi điều kiện đúng; không hỏi thì giá trị là nil.
            --en relevant: asked only where it holds; what is not asked reads as nil.
            relevant = function(h) return h.connection == "fibre" end,
            required = true, special = { "dont_know" },
            --vi constraint: điều giá trị phải thỏa; hàm nhận giá trị và phiếu.
            --en constraint: what the value must fulfil; it gets the value and the record.
            constraint = function(value) return value > 0 and value <= 10000 end,
            constraint_message = { vi = "Lớn hơn 0 và không quá 10.000 Mb/s", en = "Above 0, at most 10,000 Mb/s" },
          },

          --vi roster: những câu hỏi lặp lại cho từng người. Bỏ count thì máy hỏi "thêm nữa không?".
          --en roster: questions asked once a person. Without count, the interview asks "add another?".
          roster "person" {
            label = { vi = "Thành viên", en = "Member" },
            title = function(p) return p.name end,
            count = function(h) return h.members end,
            --vi personal: thông tin cá nhân, không ra khỏi kho nếu không yêu cầu rõ.
            --en personal: personal data, which never leaves the store unless asked for by name.
            text "name" { label = { vi = "Họ và tên", en = "Full name" }, required = true, personal = true },
            select_one "sex" {
              label = { vi = "Giới tính", en = "Sex" }, required = true,
              choices = { { "male", vi = "Nam", en = "Male" }, { "female", vi = "Nữ", en = "Female" } },
            },
            integer "age" { label = { vi = "Tuổi tròn", en = "Age" }, required = true, min = 0, max = 120 },
            yes_no "vneid" {
              --vi label cũng có thể là một hàm của phiếu; p.household là phiếu của hộ.
              --en A label may be a function of the record too; p.household is the household's record.
              label = function(p)
                return {
                  vi = p.name .. " có tài khoản VNeID mức 2?",
                  en = "Has " .. p.name .. " a level-2 VNeID account?",
                }
              end,
              relevant = function(p) return p.age >= definitions.vneid_age end,
              required = true, special = { "dont_know", "refused" },
            },
          },

          --vi calculate: máy tính ra, không hỏi.
          --en calculate: worked out, never asked.
          calculate "adults" {
            label = { vi = "Số người từ 18 tuổi", en = "Members aged 18 and over" },
            calculation = function(h) return count(h.person, definitions.is_adult) end,
          },
        }

        """
    }

    /// `Surveys/choices/villages.csv`.
    var villages: String {
        """
        name,label_vi,label_en,households
        t1,Thôn 1,Village 1,420
        t2,Thôn 2,Village 2,380
        t3,Thôn 3,Village 3,310
        t4,Thôn 4,Village 4,260
        t5,Thôn 5,Village 5,190

        """
    }

    /// `Surveys/simulate/household.lua`.
    var simulation: String {
        """
        --vi Phiếu thử: máy tự trả lời biểu mẫu theo các phân bố này, bằng chiso simulate household -n 200 --seed 1
        --vi Số là bịa ra, chỉ để thử; xóa .chiso/store.sqlite trước khi nhập số thật.
        --en Made-up records: the form is answered by these distributions, with chiso simulate household -n 200 --seed 1
        --en They are for trying things out; remove .chiso/store.sqlite before real data come in.

        --vi Thôn càng xa càng ít người có tài khoản.
        --en The farther the village, the fewer have an account.
        local share_by_village = { t1 = 0.72, t2 = 0.64, t3 = 0.55, t4 = 0.46, t5 = 0.35 }

        simulate "household" {
          --vi Trọng số của từng lựa chọn; không biết, từ chối cũng là lựa chọn.
          --en Weights of the choices; don't know and refused stand among them.
          village = { t1 = 27, t2 = 24, t3 = 20, t4 = 17, t5 = 12 },
          consent = { yes = 1 },
          members = { normal = { 3.5, 1.3 } },
          connection = { fibre = 62, mobile = 26, none = 11, dont_know = 1 },
          speed_mbps = { lognormal = { 4.6, 0.5 } },

          person = {
            sex = { male = 50, female = 50 },
            --vi Người thứ nhất là người lớn; hàm được nhận phiếu và cho một phân bố.
            --en The first person is an adult; a function gets the record and gives a distribution.
            age = function(p)
              if p.index <= 2 then return { uniform = { 20, 80 } } end
              return { uniform = { 0, 60 } }
            end,
            vneid = function(p)
              local share = share_by_village[p.household.village] * 100
              return { yes = share, no = 100 - share, dont_know = 1 }
            end,
          },
        }

        """
    }
}
