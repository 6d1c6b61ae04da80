extension Phrases {
    /// What the reader of TOML says. What is not told apart is told in general: the place is known.
    static let toml = Phrases([
        ("Error while parsing %: encountered end-of-file", "tệp hết giữa chừng"),
        ("Error while parsing %: expected '%', saw '%'", "cần '%2', gặp '%3'"),
        ("Error while parsing %: expected %, saw '%'", "không dùng được '%3' ở đây"),
        ("Error while parsing %: cannot redefine existing % '%'%", "'%3' đã có ở trên"),
        ("Error while parsing %: '%' is not representable in %", "số '%2' quá lớn"),
        ("Error while parsing %: leading zeroes are prohibited", "số không được bắt đầu bằng 0"),
        ("Error while parsing %: unknown escape sequence '%'", "không có ký hiệu '%2' trong văn bản"),
        ("Error while parsing %", "chỗ này viết chưa đúng"),
    ])
}
