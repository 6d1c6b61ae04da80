extension String {
    /// The text as a name in a script is written: without marks, đ as d, one `_` for whatever else stands between letters
    /// and digits; empty where nothing is left.
    ///
    /// ```swift
    /// "Thu nhập/tháng".asciiName  // "thu_nhap_thang"
    /// ```
    public var asciiName: String {
        let words = searchKey.unicodeScalars.split { !$0.isASCII || !$0.properties.isAlphabetic && !("0"..."9" ~= $0) }
        let name = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "_")
        return String(name.drop { $0.isNumber })
    }
}
