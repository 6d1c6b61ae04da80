extension DeliveryError {
    /// What kind of failure it is.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The dispatch's id is empty, too long, or not of visible ASCII characters. Fact: `id`.
        case unusableID = "unusable_id"
        /// A line break or another control character where one line is wanted. Fact: `field`, one of `subject`, `url`,
        /// `header`, `from`, `to`, `host`, `user`.
        case lineBreak = "line_break"
        /// The dispatch's JSON is none.
        case notJSON = "not_json"

        /// The time limit is no positive time, or longer than an hour. Fact: `seconds`.
        case unusableTimeout = "unusable_timeout"
        /// The address of a web service is none, or not of http or https. Facts: `reason`, and `host` where known.
        case unusableURL = "unusable_url"
        /// The name or value of a header cannot be sent, or the header is one that Chiso writes. Fact: `header`.
        case unusableHeader = "unusable_header"
        /// The name or port of a mail server cannot be one. Facts: `host`, `port`.
        case unusableHost = "unusable_host"
        /// A mail address is none. Facts: `field` (`from` or `to`), `address`.
        case unusableAddress = "unusable_address"
        /// Nobody is named to receive the mail.
        case noRecipient = "no_recipient"
        /// Without encryption, messages go to this machine only, unless the settings allow more; passwords never.
        /// Facts: `host`, and `user` where a password is meant.
        case clearText = "clear_text"
        /// The user of a mail server has no secret, or the secret no user. Fact: `host`.
        case halfSignIn = "half_sign_in"
        /// The file of trusted certificates cannot be read. Facts: `path`, `reason`.
        case noCertificates = "no_certificates"

        /// The environment does not have the variable, or there is no such file. Fact: `variable` or `path`.
        case secretMissing = "secret_missing"
        /// The secret has no characters. Fact: `variable` or `path`.
        case secretEmpty = "secret_empty"
        /// The secret is too long, not UTF-8, or has control characters. Fact: `variable` or `path`.
        case secretMalformed = "secret_malformed"
        /// The secret's file cannot be read, or is no regular file. Facts: `path`, `reason`.
        case secretUnreadable = "secret_unreadable"
        /// Others can read or write the secret's file. Facts: `path`, `mode`, `command` (what mends it).
        case secretExposed = "secret_exposed"
        /// The secret's file belongs to neither this user nor root. Facts: `path`, `owner`.
        case secretForeign = "secret_foreign"

        /// Writing failed. Facts: `path` (none for standard output), `reason`.
        case cannotWrite = "cannot_write"
        /// The disk is full; nothing was added. Fact: `path`.
        case diskFull = "disk_full"
        /// The file may not be opened or made. Fact: `path`.
        case permissionDenied = "permission_denied"
        /// The path is that of a folder, a pipe or the like. Fact: `path`.
        case notAFile = "not_a_file"
        /// Another process has held the file for too long. Facts: `path`, `seconds`.
        case fileBusy = "file_busy"
        /// Nobody takes in what is written to standard output. Fact: `seconds`.
        case outputStuck = "output_stuck"

        /// There is no such program. Fact: `path`.
        case programMissing = "program_missing"
        /// The program's path leads out of the workspace. Fact: `path`.
        case programOutside = "program_outside"
        /// The program is no file that may be run, or the system cannot start it. Facts: `path`, `reason`.
        case programUnstartable = "program_unstartable"
        /// The program ended with an exit code other than 0. Facts: `path`, `exit`, `text` (its last words).
        case programFailed = "program_failed"
        /// A signal ended the program. Facts: `path`, `signal`, `text`.
        case programKilled = "program_killed"
        /// The program did not end in time and was killed. Facts: `path`, `seconds`, `text`.
        case programTimedOut = "program_timed_out"
        /// How the program ended is not known. Facts: `path`, `text`.
        case programLost = "program_lost"

        /// No address is known for the host. Fact: `host`.
        case unknownHost = "unknown_host"
        /// The host does not take the connection. Facts: `host`, `reason`.
        case cannotConnect = "cannot_connect"
        /// No encrypted connection comes about, or the host's certificate is not trusted. Facts: `host`, `reason`.
        case encryptionFailed = "encryption_failed"
        /// The mail server offers no encryption; nothing was sent. Facts: `host`, and `reply` where there is one.
        case noEncryption = "no_encryption"
        /// The answer did not come in time. Facts: `host`, `seconds`.
        case timedOut = "timed_out"
        /// The connection broke, or what came makes no sense. Facts: `host`, `reason`.
        case connectionLost = "connection_lost"
        /// A web service refused. Facts: `host`, `status`, and the beginning of its answer as `text`.
        case webRefused = "web_refused"
        /// A web service sent elsewhere, which is not followed. Facts: `host`, `status`.
        case redirected
        /// The mail server refused the user or the password. Facts: `host`, `user`, and `reply` where there is one.
        case signInRefused = "sign_in_refused"
        /// The mail server refused the connection, the sender or the message. Facts: `host`, `step` (`greeting`, `hello`,
        /// `sender`, `data` or `message`), `reply`.
        case mailRefused = "mail_refused"
        /// The mail server refused all recipients. Facts: `host`, `recipients`, `reply` (to the first of them).
        case recipientsRefused = "recipients_refused"
        /// libcurl, which sends mail and web requests, is not installed, or too old. Fact: `reason`.
        case curlMissing = "curl_missing"
        /// The system or libcurl did something unforeseen. Fact: `reason`.
        case unexpected
    }
}

extension DeliveryError.Code {
    var sentence: String {
        switch self {
        case .unusableID: "the dispatch's id cannot be used"
        case .lineBreak: "a line break where one line is wanted"
        case .notJSON: "the dispatch's JSON is none"
        case .unusableTimeout: "the time limit cannot be used"
        case .unusableURL: "the address of the web service cannot be used"
        case .unusableHeader: "the header cannot be used"
        case .unusableHost: "the mail server's name or port cannot be used"
        case .unusableAddress: "the mail address cannot be used"
        case .noRecipient: "nobody is named to receive the mail"
        case .clearText: "this would be sent without encryption"
        case .halfSignIn: "a user and a secret belong together"
        case .noCertificates: "the file of certificates cannot be read"
        case .secretMissing: "the secret is not there"
        case .secretEmpty: "the secret is empty"
        case .secretMalformed: "the secret is not one line of UTF-8 text"
        case .secretUnreadable: "the secret's file cannot be read"
        case .secretExposed: "others can read or change the secret's file"
        case .secretForeign: "the secret's file belongs to somebody else"
        case .cannotWrite: "writing failed"
        case .diskFull: "the disk is full; nothing was added"
        case .permissionDenied: "the file may not be opened"
        case .notAFile: "this is not a plain file"
        case .fileBusy: "another process holds the file"
        case .outputStuck: "nobody takes in what is written to standard output"
        case .programMissing: "there is no such program"
        case .programOutside: "the program lies outside the workspace"
        case .programUnstartable: "the program cannot be started"
        case .programFailed: "the program failed"
        case .programKilled: "the program was ended by a signal"
        case .programTimedOut: "the program did not end in time"
        case .programLost: "how the program ended is not known"
        case .unknownHost: "no address is known for the host"
        case .cannotConnect: "the host does not take the connection"
        case .encryptionFailed: "no trusted, encrypted connection comes about"
        case .noEncryption: "the mail server offers no encryption; nothing was sent"
        case .timedOut: "the answer did not come in time"
        case .connectionLost: "the connection broke"
        case .webRefused: "the web service refused"
        case .redirected: "the web service sent elsewhere, which is not followed"
        case .signInRefused: "the mail server refused the user or the password"
        case .mailRefused: "the mail server refused"
        case .recipientsRefused: "the mail server refused all recipients"
        case .curlMissing: "libcurl is not installed"
        case .unexpected: "unexpected failure"
        }
    }
}
