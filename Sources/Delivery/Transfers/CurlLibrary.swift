import CCurl
import Foundation

/// libcurl, loaded when it is first needed: it brings some thirty other libraries along, which an evaluation or an interview
/// need not wait for, and without which a laptop that sends nothing must do.
struct CurlLibrary: @unchecked Sendable {
    // Functions only, which any thread may call.

    typealias Handle = UnsafeMutableRawPointer

    /// Takes options of every type: `chiso_curl_set_…` call it.
    let setOption: UnsafeMutableRawPointer
    /// Gives information of every type: `chiso_curl_get_size` calls it.
    let getInfo: UnsafeMutableRawPointer
    let makeTransfer: @convention(c) () -> Handle?
    let perform: @convention(c) (Handle) -> CURLcode
    let endTransfer: @convention(c) (Handle) -> Void
    let reason: @convention(c) (CURLcode) -> UnsafePointer<CChar>?
    let appendLine:
        @convention(c) (UnsafeMutablePointer<curl_slist>?, UnsafePointer<CChar>) -> UnsafeMutablePointer<curl_slist>?
    let freeLines: @convention(c) (UnsafeMutablePointer<curl_slist>?) -> Void
    let makeAddress: @convention(c) () -> OpaquePointer?
    let setAddress: @convention(c) (OpaquePointer, CURLUPart, UnsafePointer<CChar>, UInt32) -> CURLUcode
    let getAddress:
        @convention(c) (
            OpaquePointer, CURLUPart, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, UInt32
        ) -> CURLUcode
    let addressReason: @convention(c) (CURLUcode) -> UnsafePointer<CChar>?
    let freeAddress: @convention(c) (OpaquePointer) -> Void
    let free: @convention(c) (UnsafeMutableRawPointer?) -> Void

    /// The library, made ready once; or why it cannot be used.
    private static let loaded = Result { try CurlLibrary("libcurl.so.4") }

    /// The library.
    static func ready() throws(DeliveryError) -> CurlLibrary {
        do {
            return try loaded.get()
        } catch {
            throw error as? DeliveryError ?? DeliveryError(.unexpected, .transient, facts: ["reason": "\(error)"])
        }
    }

    private init(_ file: String) throws {
        guard let library = dlopen(file, RTLD_NOW) else {
            throw CurlLibrary.missing("\(file) cannot be loaded")
        }
        func address(_ name: String) throws -> UnsafeMutableRawPointer {
            guard let address = dlsym(library, name) else {
                throw CurlLibrary.missing("\(file) has no \(name)")
            }
            return address
        }
        func function<Function>(_ name: String) throws -> Function {
            unsafeBitCast(try address(name), to: Function.self)
        }
        setOption = try address("curl_easy_setopt")
        getInfo = try address("curl_easy_getinfo")
        makeTransfer = try function("curl_easy_init")
        perform = try function("curl_easy_perform")
        endTransfer = try function("curl_easy_cleanup")
        reason = try function("curl_easy_strerror")
        appendLine = try function("curl_slist_append")
        freeLines = try function("curl_slist_free_all")
        makeAddress = try function("curl_url")
        setAddress = try function("curl_url_set")
        getAddress = try function("curl_url_get")
        addressReason = try function("curl_url_strerror")
        freeAddress = try function("curl_url_cleanup")
        free = try function("curl_free")
        let makeReady: @convention(c) (Int) -> CURLcode = try function("curl_global_init")
        guard makeReady(Int(CURL_GLOBAL_SSL)) == CURLE_OK else {
            throw CurlLibrary.failure("libcurl cannot be made ready")
        }
    }

    private static func missing(_ reason: String) -> DeliveryError {
        DeliveryError(.curlMissing, .transient, facts: ["reason": reason])
    }

    static func failure(_ reason: String) -> DeliveryError {
        DeliveryError(.unexpected, .transient, facts: ["reason": reason])
    }
}
