import FormModel
import Interviewing
import Terminal
import Testing

@Suite("The dialog of an interview")
struct DialogTests {
    private func talk(_ lines: [String]) throws -> InterviewDialog {
        let dialog = try PageTests.dialog()
        for line in lines { _ = try dialog.enter(line) }
        return dialog
    }

    @Test("what is refused stays in the field, with the reason above it")
    func refused() throws {
        let dialog = try talk(["bốn"])
        #expect(dialog.page.typed == "bốn")
        #expect(dialog.page.notices.map(\.text) == ["'bốn' không phải là số"])
        #expect(try talk(["40"]).page.notices.map(\.text) == ["40: phải từ 1 đến 30"])
    }

    @Test("commands are known by their colon; an unknown one is said to be so")
    func commands() throws {
        let dialog = try talk(["2", "An", ":b"])
        #expect(dialog.page.question == "Họ và tên")
        #expect(dialog.page.shown == "An")
        _ = try dialog.enter(":zz")
        #expect(dialog.page.notices.first?.text.contains(":zz") == true)
        #expect(try dialog.enter(":q") == .leaves)
    }

    @Test("a place is gone to by its name or by words of its question")
    func goTo() throws {
        let dialog = try talk(["2", "An", ":g thiet bi"])
        #expect(dialog.page.name == "devices")
        _ = try dialog.enter(":g person[2].name")
        #expect(dialog.page.headings == ["Thành viên 2/2"])
        _ = try dialog.enter(":g vneid")
        #expect(dialog.page.headings == ["Thành viên 2/2"])
        _ = try dialog.enter(":g devi")
        #expect(dialog.page.name == "devices")
        _ = try dialog.enter(":g không có")
        #expect(dialog.page.notices.first?.kind == .error)
    }

    @Test("notes stand with their answer, and a row goes only by the word")
    func notesAndRows() throws {
        let dialog = try talk(["2", "An", "!hỏi lại sau"])
        #expect(dialog.page.note == "hỏi lại sau")
        _ = try dialog.enter(":del 2")
        #expect(dialog.page.question.contains("Xóa"))
        _ = try dialog.enter("không")
        #expect(dialog.page.headings.first?.hasPrefix("Thành viên 1/2") == true)
        // A row that is only expected so far cannot go: it holds nothing.
        _ = try dialog.enter(":del 1")
        _ = try dialog.enter("XOA")
        #expect(dialog.page.position?.total == 7)
    }

    @Test("the end lists what is open, each with a jump; it completes when nothing is")
    func end() throws {
        let dialog = try talk(["1", ":g devices", "1 2"])
        #expect(dialog.page.question == "Hết phiếu")
        #expect(dialog.page.options.count == 2)
        _ = try dialog.enter("2")
        #expect(dialog.page.name == "vneid")
        for line in ["1", "0", "", "1", "An"] { _ = try dialog.enter(line) }
        _ = try dialog.enter(":e")
        #expect(dialog.page.options.isEmpty)
        #expect(try dialog.enter("") == .ends(.complete))
    }

    @Test("Enter alone is no answer to 'is that right?'; the question stays")
    func confirming() throws {
        let dialog = try talk(["30"])
        let asked = dialog.page.notices
        #expect(asked.contains { $0.kind == .warning })
        _ = try dialog.enter("")
        #expect(dialog.page.notices == asked)
        _ = try dialog.enter("1")
        #expect(dialog.page.question == "Họ và tên")
    }

    @Test("a list is searched by names as well, says how to leave it, and calls rosters and questions by their labels")
    func lists() throws {
        let dialog = try talk(["2", "An", ":g"])
        #expect(dialog.page.text.contains { $0.contains("Esc") })
        _ = try dialog.enter("devices")
        #expect(dialog.page.name == "devices")
        _ = try dialog.enter(":m")
        #expect(dialog.page.question == "Danh sách: Thành viên")
        _ = try dialog.enter("")
        _ = try dialog.enter(":w devices")
        #expect(dialog.page.question.contains("devices") == false)
    }

    @Test("an appointment is not left empty; what is typed at the end is told how to be saved")
    func appointment() throws {
        let dialog = try talk(["2", ":stop", "hen lai", ""])
        #expect(dialog.page.notices.map(\.kind) == [.error])
        for text in ["hôm nào rảnh", "31/4 14h", "1/1/2020", "5/3/2199"] {
            _ = try dialog.enter(text)
            #expect(dialog.page.notices.map(\.kind) == [.error] && dialog.page.typed == text)
        }
        _ = try dialog.enter("28/11 14h")
        #expect(dialog.page.question == "Lý do (có thể để trống)")
        _ = try dialog.enter("")
        #expect(dialog.page.question == "Kết thúc: hẹn lại – 28/11 14h")
        _ = try dialog.enter("gì đó")
        #expect(dialog.page.notices.first?.text.contains("Enter") == true)
    }

    @Test(":e goes to the first open question, and from there to the end; :i goes to the end and then saves")
    func toEnd() throws {
        let dialog = try talk(["2", "An", ":b", ":e"])
        #expect(dialog.page.headings == ["Thành viên 1/2: An"] && dialog.page.question != "Họ và tên")
        _ = try dialog.enter(":e")
        #expect(dialog.page.question == "Hết phiếu")
        _ = try dialog.enter(":b")
        #expect(try dialog.enter(":i") == .goesOn)
        #expect(dialog.page.question == "Hết phiếu" && dialog.page.notices.first?.text.contains(":i") == true)
        #expect(try dialog.enter(":i") == .ends(.incomplete))
    }

    @Test("a visit is ended with a result and a reason, and taken up again")
    func stop() throws {
        let dialog = try talk(["2", ":stop", "hen lai", "tối mai 19h", "đi làm đồng"])
        #expect(dialog.page.question == "Kết thúc: hẹn lại – tối mai 19h – đi làm đồng")
        #expect(try dialog.enter("") == .ends(.complete))
        _ = try dialog.enter(":b")
        #expect(dialog.page.question == "Họ và tên")
    }
}
