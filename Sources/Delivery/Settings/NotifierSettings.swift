/// A way to hand messages over, with what it needs to know. Paths that are not absolute begin at the workspace.
public enum NotifierSettings: Hashable, Sendable {
    /// The subject and the text, on standard output.
    case stdout
    /// One line of JSON a message, at the end of a file: `{"id": …, "date": …, "message": …}` with the dispatch's JSON as
    /// the message. The file is made where there is none, for its owner only. An id that is among the last lines already
    /// is not written twice.
    case file(path: String)
    /// A program that is given the dispatch's JSON on standard input.
    case program(ProgramSettings)
    /// A web service that is sent the dispatch's JSON.
    case webhook(WebhookSettings)
    /// A mail server that is given the subject and the text as a mail.
    case smtp(MailSettings)
}
