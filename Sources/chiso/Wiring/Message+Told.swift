import Evaluation
import FormModel
import Messages
import Storage

extension Message {
    /// A failure in the evaluation's own terms.
    static func told<Result>(_ body: () throws -> Result) throws(Message) -> Result {
        do {
            return try body()
        } catch let message as Message {
            throw message
        } catch let failure as Failure {
            throw failure.message ?? Message("E-CLI-026", ["text": "\(failure)"])
        } catch let error as StorageError {
            throw error.message
        } catch {
            throw Message("E-CLI-026", ["text": "\(error)"])
        }
    }
}
