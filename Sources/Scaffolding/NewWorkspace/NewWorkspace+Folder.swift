/// What stands beside the scripts.
extension NewWorkspace {
    /// `chiso.toml`.
    var configuration: String {
        """
        #vi Cấu hình của không gian làm việc. Mục nào không ghi thì theo mặc định; xem lại bằng chiso doctor.
        #en The workspace's configuration. What is not said has a default; chiso doctor tells what is in force.
        schema = 1
        script_api = 1

        #vi Kho số liệu: một tệp SQLite, được tạo khi có phiếu đầu tiên.
        #en The store: one SQLite file, made with the first record.
        [store]
        path = ".chiso/store.sqlite"

        [locale]
        #vi Ngôn ngữ của thông báo và báo cáo: vi hoặc en. Một lệnh có thể khác: --language en
        #en The language of messages and reports: vi or en. A single command may differ: --language vi
        language = "\(language.rawValue)"
        time_zone = "Asia/Ho_Chi_Minh"

        [periods]
        #vi Ngày đầu của mỗi kỳ. 15: tháng 5 là từ 15/4 đến 14/5.
        #en The day on which every month begins. 15: May runs from 15 April to 14 May.
        cut_off_day = 1
        #vi Báo cáo nào đến hạn ngày nào (tháng-ngày).
        #en Which report is due on which day (month-day).
        report_due = { summary = "07-10" }

        [report]
        #vi Ô bảng dưới số này không in, vì có thể nhận ra người trả lời.
        #en Cells of fewer are not printed: they could tell of a person.
        small_cell = 5
        #vi Dưới tỷ lệ phần trăm này thì kết quả ghi là thiếu đơn vị báo cáo.
        #en Below this percentage of those who should report, a result is incomplete.
        coverage_min = 90

        #vi Ai hỏi trên máy này: tên được ghi vào phiếu và dùng để chia việc. Bỏ dấu # rồi điền.
        #en Who asks with this machine: the name stands in records and finds assignments. Take the # away and fill in.
        # [interviewer]
        # name = "…"

        #vi Nơi nhận cảnh báo: stdout, file, program, webhook, smtp. Không ghi gì thì in ra màn hình.
        #en Where alerts go: stdout, file, program, webhook, smtp. Without any, they are printed.
        # [notifiers.log]
        # kind = "file"
        # path = "alerts.log"

        """
    }

    /// `README.md` in Vietnamese.
    var vietnameseReadMe: String {
        """
        # Không gian làm việc Chiso

        Phiếu hỏi, chỉ tiêu, cảnh báo, báo cáo là các tệp Lua ở đây: mở bằng trình soạn thảo nào cũng được, sửa, lưu là
        dùng ngay.

        | lệnh | làm gì |
        |---|---|
        | `chiso check` | kiểm tra mọi kịch bản, báo mọi lỗi một lượt |
        | `chiso test` | chạy các bài thử trong `Rules/tests` |
        | `chiso simulate household -n 200 --seed 1 --period \(period)` | lập phiếu thử, số liệu bịa ra |
        | `chiso eval --period \(period)` | tính chỉ tiêu; thêm `--by village` để xem từng thôn |
        | `chiso report summary --period \(period)` | lập báo cáo; thêm `-o bao-cao.html` để in, gửi |

        Rồi: `chiso interview household` hỏi một hộ (`:q` để thoát); `chiso data import household ho.csv --roster
        person=nguoi.csv` nhập phiếu từ tệp; `chiso data validate` kiểm tra phiếu; `chiso alerts run --dry-run` xem sẽ cảnh
        báo gì.

        Thêm cái mới: `chiso new form TÊN`, `new indicator`, `new alert`, `new report`, `new validation`, `new test`. Mỗi lệnh
        viết một tệp mẫu có chú thích để sửa.

        Trước khi nhập số liệu thật: xóa `.chiso/store.sqlite`, thay `Surveys/choices/villages.csv` bằng danh sách thôn của xã,
        thay mục tiêu trong `Rules/indicators/household.lua` bằng số của kế hoạch.

        | thư mục | có gì |
        |---|---|
        | `Surveys/` | biểu mẫu, mỗi tệp một biểu mẫu; `choices/` danh sách dài; `simulate/` cách lập phiếu thử |
        | `Rules/indicators/` | chỉ tiêu, cách phân tổ |
        | `Rules/validations/`, `alerts/`, `reports/` | quy tắc kiểm tra, cảnh báo, báo cáo |
        | `Rules/lib/`, `Rules/tests/` | phần dùng chung; bài thử của tất cả |
        | `chiso.toml` | cấu hình |

        """
    }

    /// `README.md` in English.
    var englishReadMe: String {
        """
        # A Chiso workspace

        Forms, indicators, alerts and reports are the Lua files here: open them in any editor, change, save, and the next
        command uses them.

        | command | does |
        |---|---|
        | `chiso check` | checks every script, and tells all faults at once |
        | `chiso test` | runs the tests in `Rules/tests` |
        | `chiso simulate household -n 200 --seed 1 --period \(period)` | makes records up, to try things out |
        | `chiso eval --period \(period)` | computes the indicators; `--by village` for each village |
        | `chiso report summary --period \(period)` | writes the report; `-o summary.html` to print or send |

        Then: `chiso interview household` asks a household (`:q` leaves it); `chiso data import household households.csv
        --roster person=persons.csv` brings records in; `chiso data validate` checks them; `chiso alerts run --dry-run` shows
        what would be told.

        To add something: `chiso new form NAME`, `new indicator`, `new alert`, `new report`, `new validation`, `new test`.
        Each writes one commented model to change.

        Before real data come in: remove `.chiso/store.sqlite`, put the commune's villages in `Surveys/choices/villages.csv`,
        and the plan's targets in `Rules/indicators/household.lua`.

        | folder | holds |
        |---|---|
        | `Surveys/` | forms, one a file; `choices/` long lists; `simulate/` how records are made up |
        | `Rules/indicators/` | indicators, and what they are split by |
        | `Rules/validations/`, `alerts/`, `reports/` | checks of records, alerts, reports |
        | `Rules/lib/`, `Rules/tests/` | what scripts share; the tests of all of it |
        | `chiso.toml` | the configuration |

        """
    }
}
