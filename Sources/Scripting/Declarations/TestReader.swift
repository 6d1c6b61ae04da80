import FormModel

/// Reads `test` declarations: a sentence and a function.
struct TestReader {
    let sink: DiagnosticSink

    func test(_ declaration: Declaration) -> TestScript? {
        declaration.function.map {
            TestScript(name: declaration.id, place: declaration.place, body: sink.functions.reference($0))
        }
    }
}
