import Foundation

/// What is written while the benchmark runs: the page to standard output, what is being done to standard error.
enum Progress {
    /// A line of what is being done.
    static func say(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

    /// A part of the page.
    static func show(_ markdown: String) { FileHandle.standardOutput.write(Data("\(markdown)\n".utf8)) }
}
