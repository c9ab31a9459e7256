namespace Watchkeeper.Incidents;

/// <summary>
/// An operator's name as it is recorded, and as people read it. In AWS the recorded name holds the caller's ARN, which proves who
/// it was and is long: <c>anna (arn:aws:iam::123456789012:user/anna)</c>.
/// </summary>
public static class OperatorName
{
    private const string ArnStart = " (arn:";
    private const string NoteStart = ": ";
    private const int AccountPart = 4;

    /// <summary>
    /// The name without the ARN: <c>anna</c>, and <c>anna (210987654321)</c> if the caller's account is not the incident's.
    /// </summary>
    /// <param name="who">The recorded name, with or without an ARN.</param>
    /// <param name="account">The incident's account; empty if it has none.</param>
    public static string Shorten(string who, string account)
    {
        ArgumentNullException.ThrowIfNull(who);
        var at = who.LastIndexOf(ArnStart, StringComparison.Ordinal);
        if (at <= 0 || !who.EndsWith(')'))
            return who;
        var name = who[..at];
        var owner = who[(at + ArnStart.Length - "arn:".Length)..^1].Split(':') is { Length: > AccountPart + 1 } arn
            ? arn[AccountPart]
            : "";
        return owner.Length == 0 || account.Length == 0 || owner == account || name.EndsWith(owner, StringComparison.Ordinal)
            ? name
            : $"{name} ({owner})";
    }

    /// <summary>
    /// The operator and the note in the words of an operator's action: <c>anna (arn:…): checked</c>. No ARN has a blank after a
    /// colon.
    /// </summary>
    public static (string Who, string Note) Split(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var at = words.IndexOf(NoteStart, StringComparison.Ordinal);
        return at < 0 ? (words, "") : (words[..at], words[(at + NoteStart.Length)..]);
    }

    /// <summary>The words of a change with the short name; those of a source stay as they are.</summary>
    /// <param name="reason">The reason of the change.</param>
    /// <param name="words">The change's words.</param>
    /// <param name="account">The incident's account.</param>
    public static string ShortenWords(DecisionReason reason, string words, string account)
    {
        if (!IsByOperator(reason))
            return words;
        var (who, note) = Split(words);
        return note.Length == 0 ? Shorten(who, account) : $"{Shorten(who, account)}{NoteStart}{note}";
    }

    /// <summary>Whether an operator made the change, so that its words begin with the operator.</summary>
    public static bool IsByOperator(DecisionReason reason) =>
        reason is DecisionReason.Acknowledged or DecisionReason.ResolvedByPerson or DecisionReason.Commented;
}
