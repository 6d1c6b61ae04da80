import Reporting
import VietText

/// A six-monthly report as the commune sends it, with everything that a real one has; its figures are made up.
struct SixMonthReport {
    /// Applied to every text, so that the same report can be had in decomposed form.
    var writing: (String) -> String = { $0 }

    private let numbers = NumberStyle(.vietnamese)

    func document(status: Document.Status = .draft) throws -> Document {
        var report = Document(
            language: .vietnamese, title: text("Báo cáo 6 tháng đầu năm 2026"), status: status,
            provenance: [
                LabelledText(text("Số liệu"), text("từ ngày 01/01/2026 đến ngày 30/06/2026")),
                LabelledText(text("Lượt tính"), text("3f9a02c7; kịch bản sha256:81d0…")),
            ])
        for block in opening + [.table(try digitalSociety())] + charts + [.table(try funds())] + ending {
            report.append(block)
        }
        return report
    }

    private func text(_ string: String) -> PlainText {
        PlainText(writing(string))
    }

    // MARK: Opening

    private var opening: [Block] {
        [
            .letterhead(
                Letterhead(
                    issuer: text("ỦY BAN NHÂN DÂN\nXÃ MỘ ĐỨC"), number: text("…/BC-UBND"), place: text("Mộ Đức"),
                    day: .open(year: 2026))),
            .title(
                kind: text("BÁO CÁO"),
                subject: text(
                    "Kết quả thực hiện Nghị quyết về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và "
                        + "chuyển đổi số 6 tháng đầu năm 2026")),
            .addressee(Addressee(text("Kính gửi: Ban Thường vụ Đảng ủy xã Mộ Đức"))),
            .paragraph(
                text(
                    "Thực hiện Nghị quyết của Đảng ủy xã về nhiệm vụ đột phá phát triển khoa học, công nghệ, đổi mới "
                        + "sáng tạo và chuyển đổi số, giai đoạn 2025 - 2030, Ủy ban nhân dân xã báo cáo kết quả như sau:"
                )),
            .summary(
                SummaryBox(
                    title: text("Tóm tắt"),
                    [
                        LabelledText(text("Đạt mục tiêu"), text("9 trên 33 mục tiêu")),
                        LabelledText(text("Đúng tiến độ"), text("12")),
                        LabelledText(text("Chậm"), text("7: dịch vụ số, chữ ký số, sổ sức khỏe điện tử, VNeID …")),
                        LabelledText(text("Thiếu số liệu"), text("5")),
                        LabelledText(
                            text("Việc cần làm trước"),
                            text("Cấp tài khoản VNeID tại Thôn 12 – Đức Hòa và Thôn 20 – Đức Phú (Công an xã).")),
                    ])),
            .heading(.first, text("I. Công tác lãnh đạo, chỉ đạo")),
            .list(
                List(
                    .bulleted,
                    [
                        List.Item(
                            text(
                                "Ban hành Kế hoạch số 15/KH-UBND ngày 20/01/2026 về chuyển đổi số năm 2026; phân công "
                                    + "từng cơ quan chịu trách nhiệm từng mục tiêu."),
                            items: [
                                List.Item(text("24/24 thôn có tổ công nghệ số cộng đồng;")),
                                List.Item(text("3 cuộc họp kiểm điểm tiến độ, mỗi cuộc có kết luận bằng văn bản.")),
                            ]),
                        List.Item(text("Tổ chức 6 lớp tập huấn kỹ năng số cho 412 người.")),
                    ])),
            .heading(.first, text("II. Kết quả thực hiện các mục tiêu")),
            .heading(.second, text("1. Xã hội số (II.3.4)")),
        ]
    }

    // MARK: Tables

    private func digitalSociety() throws -> Table {
        var table = try Table(
            caption: text("Bảng 1. Kết quả theo mục tiêu đến 30/06/2026"),
            columns: [
                Table.Column(text("Mã")), Table.Column(text("Mục tiêu đến năm 2030")),
                Table.Column(text("Kết quả"), .right), Table.Column(text("Lộ trình"), .right),
                Table.Column(text("Đánh giá")), Table.Column(text("Cơ quan chủ trì")),
            ],
            footnotes: [
                Table.Footnote(text("(1)"), text("Theo số liệu quản lý của Công an xã: 71,4\u{A0}%.")),
                Table.Footnote(text("⁑"), text("Định nghĩa đã thay đổi so với kỳ trước; không so sánh với kỳ trước.")),
            ])
        table.appendGroup(text("Người dân"))
        try row(
            &table, "II.3.4.1", "Người từ 18 tuổi sử dụng dịch vụ số thiết yếu: trên 90\u{A0}% (phấn đấu)", 61.28,
            .above(90), 58.3,
            "Đúng tiến độ", "Phòng Văn hóa – Xã hội")
        try row(
            &table, "II.3.4.4", "Người từ 18 tuổi có chữ ký số cá nhân: ít nhất 70\u{A0}% (phấn đấu)", 12.04,
            .atLeast(70), 21.5,
            "Chậm", "Phòng Văn hóa – Xã hội")
        try row(
            &table, "II.3.4.5", "Người dân có sổ sức khỏe điện tử: trên 95\u{A0}%", 48.9, .above(95), 52.25, "Chậm",
            "Trạm Y tế")
        try row(
            &table, "II.3.4.7", "Người từ 14 tuổi có tài khoản VNeID mức 2: ít nhất 90\u{A0}% (1)", 83.21, .atLeast(90),
            46.31,
            "Đúng tiến độ", "Công an xã")
        table.appendGroup(text("Hộ gia đình và thôn"))
        try row(
            &table, "II.3.4.2", "Hộ gia đình có Internet cáp quang hoặc truy cập từ 30 Mb/s: trên 90\u{A0}%", 90.02,
            .above(90),
            nil,
            "Đạt", "Phòng Văn hóa – Xã hội")
        try row(
            &table, "II.3.4.9", "Thôn có tổ công nghệ số hoạt động thật sự: 100\u{A0}%", 99.96, .atLeast(100), 80,
            "Thiếu số liệu ⁑",
            "Phòng Văn hóa – Xã hội")
        return table
    }

    private func row(
        _ table: inout Table, _ code: String, _ label: String, _ value: Double, _ threshold: PrintedThreshold,
        _ expected: Double?, _ status: String,
        _ owner: String
    ) throws {
        let printed = numbers.percent(written: numbers.text(value, against: threshold, decimals: 1))
        let path = expected.map { numbers.percent($0) } ?? "–"
        try table.append([text(code), text(label), text(printed), text(path), text(status), text(owner)])
    }

    private func funds() throws -> Table {
        var table = try Table(
            columns: [
                Table.Column(text("Nguồn"), width: .share(1)), Table.Column(text("Kế hoạch (triệu đồng)"), .right),
                Table.Column(text("Thực hiện (triệu đồng)"), .right), Table.Column(text("Tỷ lệ"), .right),
            ])
        try table.append([text("Ngân sách xã"), text(numbers.text(2_150)), text(numbers.text(1_020)), "47,4\u{A0}%"])
        try table.append([text("Doanh nghiệp"), text(numbers.text(800)), text(numbers.text(615)), "76,9\u{A0}%"])
        try table.appendTotal([text("Cộng"), text(numbers.text(2_950)), text(numbers.text(1_635)), "55,4\u{A0}%"])
        return table
    }

    // MARK: Charts and ending

    private var charts: [Block] {
        let villages: [(String, Double?, String?)] = [
            ("Thôn 2 – Đức Tân", 96.4, nil), ("Thôn 1 – Đức Tân", 91.0, nil),
            ("Tổ dân phố 3 – thị trấn Mộ Đức", 89.95, nil), ("Thôn 10 – Đức Phú", 71.25, "ít quan sát"),
            ("Thôn 12 – Đức Hòa", 40.5, nil), ("Thôn 20 – Đức Phú", 0.3, nil), ("Thôn 21 – Đức Phú", nil, nil),
        ]
        let bars = villages.map { label, value, note in
            let reading = value.map { value in
                Bar.Reading.value(
                    value,
                    printed: text(
                        numbers.percent(written: numbers.text(value, against: .atLeast(90), decimals: 1))))
            }
            return Bar(text(label), reading ?? .absent(nil), target: 90, note: note.map(text))
        }
        return [
            .bars(
                BarChart(
                    caption: text("Hình 1. Người từ 14 tuổi có tài khoản VNeID mức 2, theo thôn"), fullScale: 100,
                    targetName: text("mục tiêu 90\u{A0}%"), bars: bars)),
            .note(
                text(
                    "Số trong ngoặc là thôn có dưới 30 người trả lời, không xếp hạng. Làm tròn nửa đơn vị ra xa số 0; số in "
                        + "ra không vượt qua mục tiêu do làm tròn.")),
            .heading(.second, text("2. Kinh phí")),
        ]
    }

    private var ending: [Block] {
        [
            .heading(.first, text("III. Khó khăn, nguyên nhân; nhiệm vụ 6 tháng cuối năm và đề xuất, kiến nghị")),
            .heading(.third, text("a) Nhiệm vụ trọng tâm")),
            .list(
                List(
                    .numbered,
                    [
                        List.Item(
                            text("Mở đợt cao điểm cấp tài khoản định danh và chữ ký số tại các thôn dưới 50\u{A0}%:"),
                            items: [
                                List.Item(text("Công an xã làm lưu động vào thứ Bảy;")),
                                List.Item(text("tổ công nghệ số cộng đồng lập danh sách từng hộ.")),
                            ]),
                        List.Item(text("Hoàn thành số hóa hồ sơ còn hiệu lực.")),
                    ])),
            .paragraph(text("Trên đây là báo cáo 6 tháng đầu năm 2026, kính trình Ban Thường vụ Đảng ủy xem xét.")),
            .closing(
                Closing(
                    Signature(
                        authority: text("TM. ỦY BAN NHÂN DÂN"), position: text("CHỦ TỊCH"),
                        signer: text("Nguyễn Văn Đức")),
                    recipients: [
                        text("Như trên;"), text("Thường trực Hội đồng nhân dân xã;"), text("Các cơ quan, đơn vị;"),
                        text("Lưu: VT."),
                    ])),
            .pageBreak,
            .title(kind: text("PHỤ LỤC"), subject: text("Định nghĩa các chỉ tiêu")),
            .paragraph(
                text(
                    "II.3.4.7. Tử số: người từ 14 tuổi có tài khoản định danh điện tử mức 2. Mẫu số: người thường trú từ "
                        + "14 tuổi.\nNguồn: phiếu hộ gia đình, 6 tháng một lần.")),
        ]
    }
}
