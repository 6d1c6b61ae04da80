import LuaRuntime
import Scripting

/// The probes in the scripts of a workspace, and what they counted.
///
/// Tests are no part of what they test, and the plans of random records no part of what tests can reach.
public final class CoverageProbes {
    private var files: [(path: String, text: [UInt8], first: Int, probes: [Probe])] = []
    private let counters: LuaProbes
    /// The sources with probes in them.
    let sources: WorkspaceSources

    /// Puts probes into the scripts of some sources; a file that is no Lua is left as it is.
    init(_ sources: WorkspaceSources) {
        var files: [(path: String, text: [UInt8], first: Int, probes: [Probe])] = []
        var count = 0
        func probed(_ file: ScriptFile) -> ScriptFile {
            let probing = Probing(file.bytes, first: count)
            guard !probing.probes.isEmpty else { return file }
            files.append((file.path, file.bytes, count, probing.probes))
            count += probing.probes.count
            var result = file
            result.probed = probing.probed
            return result
        }
        var scripts = sources.scripts
        for part in CoverageProbes.parts { scripts[part] = sources.scripts[part]?.map(probed) }
        var modules = sources.modules
        for (name, file) in sources.modules.sorted(by: { $0.key < $1.key }) { modules[name] = probed(file) }
        counters = LuaProbes(count: count)
        var result = WorkspaceSources(
            scripts: scripts, modules: modules, lists: sources.lists, readList: sources.readList)
        result.probes = counters
        self.sources = result
        self.files = files
    }

    private static let parts: [WorkspacePart] = [.surveys, .indicators, .validations, .alerts, .reports]

    /// What ran so far.
    public var coverage: Coverage {
        Coverage(
            files: files.map { file in
                let counts = file.probes.indices.map { number in
                    ProbeCount(
                        probe: file.probes[number], passed: counters.passed(file.first + number),
                        failed: counters.failed(file.first + number))
                }
                return FileCoverage(path: file.path, text: String(decoding: file.text, as: UTF8.self), counts: counts)
            }.sorted { $0.path < $1.path })
    }
}
