namespace Watchkeeper.Detections;

/// <summary>Codes of techniques in MITRE ATT&amp;CK: T and four digits, and three more of a sub-technique.</summary>
public static class TechniqueCode
{
    /// <summary>Whether the text is such a code: T1098 or T1098.001.</summary>
    public static bool IsValid(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code is ['T', ..] && code.Length is 5 or 9 && (code.Length == 5 || code[5] == '.')
            && code.Where((_, index) => index is not (0 or 5)).All(char.IsAsciiDigit);
    }
}
