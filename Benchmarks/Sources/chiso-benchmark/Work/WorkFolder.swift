import Foundation

/// The folder in which data are made and stores filled: kept for the next run where that was asked for. One run at a time
/// uses it.
struct WorkFolder {
    let folder: URL
    let isKept: Bool

    /// - Parameter path: the folder to keep; nil: a temporary one, which goes at the end.
    init(keptAt path: String?) throws {
        isKept = path != nil
        folder =
            path.map { URL(fileURLWithPath: $0, isDirectory: true) }
            ?? FileManager.default.temporaryDirectory.appendingPathComponent("chiso-benchmark-\(getpid())")
        if !isKept { Interruption.begin(making: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Left by a run that was killed.
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix("unfinished-")
        {
            try remove(name)
        }
    }

    func removeUnlessKept() {
        if !isKept { try? FileManager.default.removeItem(at: folder) }
    }

    /// What stands here under a name; made first where it is not there. It gets its name once it is whole.
    func kept(_ name: String, make: (URL) throws -> Void) throws -> URL {
        let place = folder.appendingPathComponent(name, isDirectory: true)
        guard !FileManager.default.fileExists(atPath: place.path) else { return place }
        let unfinished = folder.appendingPathComponent("unfinished-\(name)", isDirectory: true)
        try? FileManager.default.removeItem(at: unfinished)
        Interruption.begin(making: unfinished)
        defer { Interruption.end(making: unfinished) }
        do {
            try FileManager.default.createDirectory(at: unfinished, withIntermediateDirectories: true)
            try make(unfinished)
            try FileManager.default.moveItem(at: unfinished, to: place)
        } catch {
            try? FileManager.default.removeItem(at: unfinished)
            throw error
        }
        return place
    }

    /// Takes away what stands here under a name.
    func remove(_ name: String) throws {
        let place = folder.appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: place.path) { try FileManager.default.removeItem(at: place) }
    }

    /// A folder that goes with its use: nothing of it is used again.
    func temporary<Result>(_ name: String, use: (URL) throws -> Result) throws -> Result {
        let place = scratch(name)
        Interruption.begin(making: place)
        defer {
            try? FileManager.default.removeItem(at: place)
            Interruption.end(making: place)
        }
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        return try use(place)
    }

    /// A name for what goes again: should it stay behind, the next run takes it away.
    func scratch(_ name: String) -> URL { folder.appendingPathComponent("unfinished-\(name)") }
}
