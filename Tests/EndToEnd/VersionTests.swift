import Foundation
import Testing

@Suite("The binary")
struct VersionTests {
    @Test("It says its version")
    func version() throws {
        let result = try Binary.run(["--version"])
        #expect(result.status == 0)
        #expect(result.output == "0.1.0\n")
    }

    @Test("A wrong option ends with 64")
    func usage() throws {
        #expect(try Binary.run(["eval", "--nonsense"]).status == 64)
    }
}
