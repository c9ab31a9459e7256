namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>Names a member by its symbol: <c>Type.Member</c>, wherever its file lies.</summary>
/// <param name="Type">
/// The type's name: a nested one after those around it, one of several after as much of its namespace as it needs.
/// </param>
/// <param name="Member">The member's name.</param>
/// <param name="Parameters">Which overload: their number, or their types without spaces. Null where it is any.</param>
internal sealed record MemberPath(string Type, string Member, string? Parameters)
{
    /// <summary>Reads <c>Type.Member</c>, <c>Type.Member(2)</c> or <c>Type.Member(Slot?, Signal)</c>.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static MemberPath Parse(string text)
    {
        var name = text.Split('(', 2)[0].Trim();
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || dot == name.Length - 1 || name.Any(char.IsWhiteSpace))
            throw new FormatException($"«{text}» does not name a member: write Type.Member");
        if (name.Length == text.Trim().Length)
            return new MemberPath(name[..dot], name[(dot + 1)..], null);
        if (!text.EndsWith(')'))
            throw new FormatException($"«{text}» does not close its list of parameters");
        var parameters = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..^1];
        var types = string.Concat(parameters.Where(letter => !char.IsWhiteSpace(letter)));
        return new MemberPath(name[..dot], name[(dot + 1)..], types);
    }

    /// <inheritdoc/>
    public override string ToString() => Parameters is null ? $"{Type}.{Member}" : $"{Type}.{Member}({Parameters})";
}
