/// What the tests ran of the scripts.
public struct Coverage: Sendable {
    /// Each script that was measured, by path.
    public let files: [FileCoverage]

    /// Lines and branches together: of so many, so many ran.
    public var total: CoverageCount { files.map(\.total).reduce(CoverageCount(), +) }
}

/// What ran of one script.
public struct FileCoverage: Sendable {
    /// Its path below the workspace.
    public let path: String
    /// Its text.
    public let text: String
    /// Its probes with what they counted, in the order of the script.
    public let counts: [ProbeCount]

    /// How often each line with a statement ran.
    public var lines: [(line: Int, count: Int)] {
        let statements = counts.filter { $0.probe.kind == .statement }
        return Dictionary(grouping: statements, by: \.probe.line).mapValues { $0.map(\.passed).max() ?? 0 }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The conditions: each has two branches, to true and to false.
    public var branches: [ProbeCount] { counts.filter { $0.probe.kind != .statement } }

    /// The lines that ran, of those with a statement.
    public var lineCount: CoverageCount {
        CoverageCount(ran: lines.count { $0.count > 0 }, all: lines.count)
    }

    /// The branches that were taken: two a condition.
    public var branchCount: CoverageCount {
        CoverageCount(
            ran: branches.count { $0.passed > 0 } + branches.count { $0.failed > 0 }, all: 2 * branches.count)
    }

    /// Lines and branches together.
    public var total: CoverageCount { lineCount + branchCount }
}

/// A probe and what it counted.
public struct ProbeCount: Hashable, Sendable {
    /// The probe.
    public let probe: Probe
    /// How often it was passed, or true.
    public let passed: Int
    /// How often it was false.
    public let failed: Int
}

/// Of so many, so many ran.
public struct CoverageCount: Hashable, Sendable {
    /// How many ran.
    public var ran = 0
    /// How many there are.
    public var all = 0

    /// The share in percent; 100 where there is nothing to run.
    public var percent: Double { all == 0 ? 100 : 100 * Double(ran) / Double(all) }

    /// No lines and no branches.
    public init() {}

    init(ran: Int, all: Int) {
        self.ran = ran
        self.all = all
    }

    /// Both together.
    public static func + (left: CoverageCount, right: CoverageCount) -> CoverageCount {
        CoverageCount(ran: left.ran + right.ran, all: left.all + right.all)
    }
}
