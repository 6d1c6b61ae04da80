import Foundation

/// A file of certificates that the settings name.
enum CertificateFile {
    static func path(_ given: String?, by courier: Courier) throws(DeliveryError) -> String? {
        guard let given else { return nil }
        let path = courier.absolute(given)
        guard faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0 else {
            throw DeliveryError(
                .noCertificates, .permanent, facts: ["path": path, "reason": SystemReason.text(errno)])
        }
        return path
    }
}
