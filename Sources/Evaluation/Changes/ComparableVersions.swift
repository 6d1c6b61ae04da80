import FormModel

/// The versions of a form that records were made with, as far as they set figures apart.
public struct ComparableVersions: Hashable, Sendable {
    /// The form.
    public let form: String
    /// The versions, ascending; those that the form declares comparable with its own stand as one.
    public let versions: [Int]

    init(of form: Form, _ versions: Set<Int>) {
        self.form = form.id
        let same = form.comparableFrom ?? form.version
        self.versions = Set(versions.map { $0 >= same && $0 <= form.version ? form.version : $0 }).sorted()
    }
}
