import Foundation

/// What kept a figure from being taken, as a sentence.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// Any other error as a sentence, with the file it is about.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as CocoaError:
            let path = error.filePath ?? error.url?.path
            description = (path.map { "\($0): " } ?? "") + error.localizedDescription
        default: description = "\(error)"
        }
    }
}
