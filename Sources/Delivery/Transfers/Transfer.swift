import CCurl
import Foundation

/// One exchange with a server: options are set, it is performed once, and with it the connection goes. What libcurl would
/// print of it is never asked for, as secrets would be in it.
final class Transfer {
    private let curl: CurlLibrary
    private let handle: CurlLibrary.Handle
    private let state: TransferState
    private let reason = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private var refusedOption: CURLoption?

    /// An exchange that ends within a limit.
    /// - Parameter upload: what is sent, where something is.
    init(limit: Duration, upload: [UInt8] = []) throws(DeliveryError) {
        let curl = try CurlLibrary.ready()
        guard let handle = curl.makeTransfer() else { throw CurlLibrary.failure("libcurl begins no transfer") }
        self.curl = curl
        self.handle = handle
        // libcurl keeps to the limit itself; this one is for what it does after.
        state = TransferState(upload: upload, deadline: Deadline(in: limit + .seconds(1)))
        reason.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        setCommonOptions(limit)
    }

    deinit {
        curl.endTransfer(handle)
        for list in lists { curl.freeLines(list) }
        reason.deallocate()
    }

    private func setCommonOptions(_ limit: Duration) {
        let milliseconds = Int(limit.components.seconds * 1000 + limit.components.attoseconds / 1_000_000_000_000_000)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_TIMEOUT_MS, max(1, milliseconds))
        set(CURLOPT_CONNECTTIMEOUT_MS, max(1, milliseconds))
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, (milliseconds + 999) / 1000))
        // A name that is still being looked up is not waited for.
        set(CURLOPT_QUICK_EXIT, 1)
        // Whatever is said at the end is said within this exchange and its limit.
        set(CURLOPT_FRESH_CONNECT, 1)
        set(CURLOPT_FORBID_REUSE, 1)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        let context = Unmanaged.passUnretained(state).toOpaque()
        note(chiso_curl_set_error_buffer(curl.setOption, handle, reason), CURLOPT_ERRORBUFFER)
        note(chiso_curl_set_reader(curl.setOption, handle, TransferState.reader, context), CURLOPT_READFUNCTION)
        note(chiso_curl_set_writer(curl.setOption, handle, TransferState.bodyWriter, context), CURLOPT_WRITEFUNCTION)
        note(
            chiso_curl_set_head_writer(curl.setOption, handle, TransferState.headWriter, context),
            CURLOPT_HEADERFUNCTION)
        note(chiso_curl_set_progress(curl.setOption, handle, TransferState.progress, context), CURLOPT_XFERINFOFUNCTION)
    }

    func set(_ option: CURLoption, _ number: Int) {
        note(chiso_curl_set_long(curl.setOption, handle, option, number), option)
    }

    func set(_ option: CURLoption, _ text: String) {
        note(chiso_curl_set_text(curl.setOption, handle, option, text), option)
    }

    func setSize(_ option: CURLoption, _ size: Int) {
        note(chiso_curl_set_size(curl.setOption, handle, option, curl_off_t(size)), option)
    }

    func set(_ option: CURLoption, _ lines: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard let longer = curl.appendLine(list, line) else {
                refusedOption = refusedOption ?? option
                break
            }
            list = longer
        }
        guard let list else { return }
        lists.append(list)
        note(chiso_curl_set_list(curl.setOption, handle, option, list), option)
    }

    /// Ends the exchange so long after everything was sent and an answer to it has begun to come: it is no longer waited
    /// for what else the server says.
    func leave(after farewell: Duration) { state.farewell = farewell }

    /// Does it. Whatever comes of it is an outcome; thrown is only that it could not be begun.
    func perform() throws(DeliveryError) -> TransferOutcome {
        // An option that is not known here could be the one that keeps a password from going out in clear text.
        if let refusedOption {
            throw DeliveryError(
                .unexpected, .permanent, facts: ["reason": "libcurl refuses its option \(refusedOption.rawValue)"])
        }
        let code = BrokenPipe.survived { () throws(Never) in curl.perform(handle) }
        let said = String(cString: reason)
        let wait = chiso_curl_get_size(curl.getInfo, handle, CURLINFO_RETRY_AFTER)
        return TransferOutcome(
            code: code,
            reason: said.isEmpty ? curl.reason(code).map { String(cString: $0) } ?? "" : said,
            isHandedOver: state.isHandedOver,
            head: state.head.lines,
            body: state.body,
            retryAfter: wait > 0 ? .seconds(wait) : nil)
    }

    private func note(_ code: CURLcode, _ option: CURLoption) {
        if code != CURLE_OK { refusedOption = refusedOption ?? option }
    }
}
