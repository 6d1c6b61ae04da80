extension Coverage {
    /// The coverage as `lcov` and what reads its files want it (geninfo(1), "Files").
    ///
    /// A condition is a block of its own with two branches: 0 to true, 1 to false; one that never was reached has `-`.
    public var lcov: String {
        files.map(\.lcov).joined()
    }
}

extension FileCoverage {
    fileprivate var lcov: String {
        var text = "TN:\nSF:\(path)\n"
        for (block, branch) in branches.enumerated() {
            let isReached = branch.passed + branch.failed > 0
            for (number, count) in [branch.passed, branch.failed].enumerated() {
                text += "BRDA:\(branch.probe.line),\(block),\(number),\(isReached ? "\(count)" : "-")\n"
            }
        }
        text += "BRF:\(branchCount.all)\nBRH:\(branchCount.ran)\n"
        for (line, count) in lines { text += "DA:\(line),\(count)\n" }
        return text + "LF:\(lineCount.all)\nLH:\(lineCount.ran)\nend_of_record\n"
    }
}
