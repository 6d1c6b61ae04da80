import Foundation
import Testing

/// Five mistakes that everyone makes, each made in a new workspace, told, and mended: the page for authors is the transcript
/// of this test. `CHISO_RENEW_GOLDEN=1` writes it anew.
@Suite("Five typical mistakes are told and mended")
struct TypicalMistakesTests {
    private struct Mistake {
        let title: String
        let file: String
        let right: String
        let wrong: String
    }

    private static let mistakes = [
        Mistake(
            title: "Gõ sai tên câu hỏi", file: "Rules/indicators/household.lua",
            right: "share = function(p) return p.vneid end,", wrong: "share = function(p) return p.vneidd end,"),
        Mistake(
            title: "Thiếu dấu phẩy giữa hai câu hỏi", file: "Surveys/household.lua",
            right: "pattern = \"%d+\", required = true,\n    },", wrong: "pattern = \"%d+\", required = true,\n    }"),
        Mistake(
            title: "Tên lựa chọn không có trong danh sách", file: "Rules/indicators/household.lua",
            right: "return h.connection ~= \"none\" end", wrong: "return h.connection ~= \"non\" end"),
        Mistake(
            title: "So sánh giá trị có thể không được hỏi", file: "Rules/indicators/household.lua",
            right: "share = function(h) return h.connection ~= \"none\" end,",
            wrong: "share = function(h) return h.speed_mbps >= 30 end,"),
        Mistake(
            title: "Đặt tên có dấu", file: "Rules/lib/definitions.lua", right: "local definitions = {}",
            wrong: "local tuổi_vneid = 14\nlocal definitions = {}"),
    ]

    @Test("in Vietnamese, to the letter")
    func transcript() throws {
        let here = try EmptyFolder()
        #expect(try here.run("init", "mo-duc", "--language", "vi").status == 0)
        let folder = here.folder.appendingPathComponent("mo-duc")
        var page = """
            # Năm lỗi thường gặp

            Sửa tệp, lưu, chạy `chiso check`: máy chỉ đúng chỗ sai và cách sửa. Trang này là kết quả chạy thật trên không gian
            làm việc do `chiso init` tạo ra. Muốn biết thêm về một mã trong ngoặc vuông: `chiso explain-code MÃ`.

            """
        for (number, mistake) in zip(1..., Self.mistakes) {
            let path = "mo-duc/\(mistake.file)"
            let sound = try here.text(path)
            try #require(sound.contains(mistake.right), "\(mistake.title)")
            try here.write(path, sound.replacing(mistake.right, with: mistake.wrong, maxReplacements: 1))
            let told = try Binary.run(["check", "--strict"], in: folder)
            #expect(told.status == 1, "\(mistake.title): \(told.all)")
            try here.write(path, sound)
            let mended = try Binary.run(["check", "--strict"], in: folder)
            #expect(mended.status == 0, "\(mistake.title): \(mended.all)")
            page += """

                ## \(number). \(mistake.title)

                ```
                $ chiso check
                \(told.errors)```

                Sửa lại trong `\(mistake.file)`:

                ```lua
                \(mistake.right)
                ```

                ```
                $ chiso check
                \(mended.errors)```

                """
        }
        let file = TemporaryWorkspace.repository.appendingPathComponent("Documentation/loi-thuong-gap.md")
        if ProcessInfo.processInfo.environment["CHISO_RENEW_GOLDEN"] != nil {
            try page.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try page == String(contentsOf: file, encoding: .utf8))
    }
}
