/// Systematic sampling with a random start and a fractional interval (Särndal, Swensson and Wretman 1992, section 3.4.1;
/// Cochran 1977, chapter 8): of N units in their order, every (N ÷ n)th.
///
/// In whole numbers: each unit takes up n places of a line of N · n, the interval is N places, the start is one of the
/// first N, each as likely. A unit's n places are met by n of the N starts, so that its probability is exactly n ÷ N,
/// also where N is no multiple of n.
public enum SystematicSample {
    /// The places, from 0 and rising, of `count` units among `size`; all of them where there are no more.
    public static func places(_ count: Int, among size: Int, _ generator: inout SplitMix64) -> [Int] {
        guard count < size else { return Array(0..<max(size, 0)) }
        return places(count, among: size, start: Int(generator.number(below: UInt64(size))))
    }

    /// The places that a start leads to.
    /// - Parameter start: from 0 to below `size`.
    static func places(_ count: Int, among size: Int, start: Int) -> [Int] {
        guard count > 0, size > 0 else { return [] }
        return (0..<count).map { (start + $0 * size) / count }
    }
}
