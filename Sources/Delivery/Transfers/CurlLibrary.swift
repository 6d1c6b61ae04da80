import CCurl

/// libcurl as a whole.
enum CurlLibrary {
    /// Whether it can be used. It must be made ready once, before any other thread uses it.
    static let isReady = curl_global_init(Int(CURL_GLOBAL_SSL)) == CURLE_OK
}
