import Foundation
import Leftovers
import Messages
import Scaffolding
import Scripting

/// Makes files in a folder, all of them or none: what was made is taken away again where one fails, and nothing that is
/// there already is ever replaced.
struct NewFiles {
    /// The folder; it is made where it is not there.
    let folder: URL
    let files: [ScaffoldFile]

    private func url(_ file: ScaffoldFile) -> URL { folder.appendingPathComponent(file.path) }

    /// The first of the files that is there already, a link to nothing included.
    var existing: ScaffoldFile? { files.first { PlainFile.exists(url($0).path) } }

    /// Makes them.
    /// - Throws: `Failure`, with nothing left behind.
    func make() throws {
        var made = Made()
        let mark = Leftovers.note(files.map { url($0).path })
        defer { mark.forget() }
        do throws(SystemRefusal) {
            for file in files {
                try made.makeFolder(url(file).deletingLastPathComponent())
                try made.write(Array(file.text.utf8), to: url(file))
            }
        } catch {
            made.takeAway()
            throw error.failure
        }
    }
}

/// What has been made so far.
private struct Made {
    private var files: [String] = []
    private var folders: [String] = []

    /// Makes a folder with those it lies in, and remembers which of them are new.
    mutating func makeFolder(_ folder: URL) throws(SystemRefusal) {
        var status = stat()
        if stat(folder.path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemRefusal(folder.path, ENOTDIR) }
            return
        }
        guard errno == ENOENT else { throw SystemRefusal(folder.path, errno) }
        let outer = folder.deletingLastPathComponent()
        if outer.path != folder.path { try makeFolder(outer) }
        if mkdir(folder.path, 0o777) == 0 {
            folders.append(folder.path)
        } else if errno != EEXIST {
            throw SystemRefusal(folder.path, errno)
        }
    }

    /// Writes a file that was not there.
    mutating func write(_ bytes: [UInt8], to url: URL) throws(SystemRefusal) {
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw SystemRefusal(url.path, errno) }
        files.append(url.path)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let number = errno
                close(descriptor)
                throw SystemRefusal(url.path, number)
            }
            rest = rest.dropFirst(count)
        }
        // A full disk may be told of only here.
        guard close(descriptor) == 0 else { throw SystemRefusal(url.path, errno) }
    }

    /// Removes the files, and the folders that are empty again.
    func takeAway() {
        for file in files.reversed() { unlink(file) }
        for folder in folders.reversed() { rmdir(folder) }
    }
}

/// Why the system does not make a file or folder.
private struct SystemRefusal: Error {
    let path: String
    let number: Int32

    init(_ path: String, _ number: Int32) {
        self.path = path
        self.number = number
    }

    var failure: Failure {
        let isDisk = [ENOSPC, EDQUOT, EFBIG, EIO].contains(number)
        let facts = ["file": path, "text": String(cString: strerror(number))]
        return Failure(isDisk ? .inputOutput : .cannotCreate, Message("E-INIT-003", facts))
    }
}
