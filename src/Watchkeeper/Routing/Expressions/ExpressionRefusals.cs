namespace Watchkeeper.Routing.Expressions;

/// <summary>The constructs that other engines have and RE2 has not, by name, and what to write instead.</summary>
internal static class ExpressionRefusals
{
    /// <summary>An unknown letter after a backslash.</summary>
    public static string Escape(char letter) => letter switch
    {
        >= '1' and <= '9' or 'k' or 'g' => $@"\{letter} is a backreference, which RE2 does not have",
        'C' => @"\C (one byte) is not supported",
        'b' => @"\b is no character; a backspace is \x08",
        'e' => @"\e is unknown; the escape character is \x1b",
        'c' => @"\c is unknown; write a control character as \x01",
        'u' or 'U' => $@"\{letter} is unknown; write a character by its number as \x{{4E2D}}",
        'h' => @"\h is unknown; write [ \t]",
        'R' => @"\R is unknown; write (\r\n|\n)",
        'Z' => @"\Z is unknown; the end of the value is \z, and an expression matches the whole value anyway",
        'E' => @"\E has no \Q before it",
        _ => $@"\{letter} is no escape of RE2; a backslash itself is \\",
    };

    /// <summary>A name in <c>\p{…}</c> that is no general category and no script.</summary>
    public static string UnicodeClass(string name) =>
        $@"\p{{{name}}} is unknown; there are categories such as \p{{L}}, \p{{Lu}} or \p{{Nd}}, "
        + @"scripts such as \p{Latin} or \p{Han}, and \p{Any}";

    /// <summary>What begins with <c>(?</c> and is no group of RE2.</summary>
    public static string Group(ReadOnlySpan<char> rest) => rest switch
    {
        ['(', '?', '=', ..] => "(?= is a lookahead, which RE2 does not have",
        ['(', '?', '!', ..] => "(?! is a lookahead, which RE2 does not have; use the operator !~ to exclude values",
        ['(', '?', '<', '=' or '!', ..] => "(?<= and (?<! are lookbehinds, which RE2 does not have",
        ['(', '?', '>', ..] => "(?> is an atomic group, which RE2 does not have",
        ['(', '?', '(', ..] => "(?( is a condition, which RE2 does not have",
        ['(', '?', '#', ..] => "(?# is a comment, which RE2 does not have",
        ['(', '?', 'P', '=' or '>', ..] => "(?P= and (?P> are backreferences, which RE2 does not have",
        ['(', '?', '<', ..] or ['(', '?', '\'', ..] => "(?< and (?' are unknown; write a group's name as (?P<name>…)",
        ['(', '?', 'P', ..] => "a group's name has letters, digits and _: (?P<name>…)",
        _ => "(? begins with unknown flags; RE2 has i, m, s and U: (?i) or (?i:…)",
    };
}
