import Foundation

/// What is known of the file system under a store: SQLite's write-ahead log shares memory between processes and relies on
/// locks, and neither holds across machines.
enum FileSystemKind: Hashable {
    /// A disk of this machine, as far as can be told.
    case local
    /// A file system of another machine, by the name Linux gives it.
    case network(String)

    /// Judges by the type that Linux's table of mounts gives.
    init(mountType type: String) {
        let isUntrustedFuse = type.hasPrefix("fuse.") && !FileSystemKind.localFuse.contains(type)
        self = FileSystemKind.networkTypes.contains(type) || isUntrustedFuse ? .network(type) : .local
    }

    /// Looks at the file system of a file or folder that exists.
    init(of path: String) {
        // The kernel writes the table anew at each reading; where there is none, nothing is known.
        let table = (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? ""
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        self = FileSystemKind.mountType(of: resolved, in: table).map { FileSystemKind(mountType: $0) } ?? .local
    }

    /// The type of the mount that holds a path: of the longest mount point that leads to it, the last one mounted.
    ///
    /// A line reads `36 35 98:0 /root /mount/point rw,noatime master:1 - ext3 /dev/root rw` (proc(5)).
    static func mountType(of path: String, in table: String) -> String? {
        var best: (length: Int, type: String)?
        for line in table.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 4, let separator = fields.firstIndex(of: "-"), separator + 1 < fields.count else {
                continue
            }
            let point = unescaped(String(fields[4]))
            guard (path + "/").hasPrefix(point.hasSuffix("/") ? point : point + "/") else { continue }
            if point.utf8.count >= best?.length ?? 0 { best = (point.utf8.count, String(fields[separator + 1])) }
        }
        return best?.type
    }

    private static func unescaped(_ point: String) -> String {
        [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")].reduce(point) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }

    private static let networkTypes: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "9p", "lustre", "gfs2", "ocfs2", "gpfs",
        "beegfs", "vboxsf", "vmhgfs", "prl_fs",
    ]

    /// FUSE carries both disks of this machine and remote ones (`fuse.sshfs`, `fuse.rclone`); only these are trusted.
    private static let localFuse: Set<String> = [
        "fuse.fuse-overlayfs", "fuse.gocryptfs", "fuse.encfs", "fuse.securefs", "fuse.exfat", "fuse.ntfs-3g",
        "fuse.bindfs",
    ]
}
