namespace Watchkeeper.Simulation.Bugs.Mutations;

/// <summary>Names a member by its symbol, <c>Type.Member</c>, independent of its file.</summary>
/// <param name="Type">
/// The type's name. A nested type follows the types around it; an ambiguous name follows the end of its namespace.
/// </param>
/// <param name="Member">The member's name.</param>
/// <param name="Parameters">
/// The overload: the number of its parameters, or their types without spaces. Null stands for any.
/// </param>
internal sealed record MemberPath(string Type, string Member, string? Parameters)
{
    /// <summary>Reads <c>Type.Member</c>, <c>Type.Member(2)</c> or <c>Type.Member(Slot?, Signal)</c>.</summary>
    /// <exception cref="FormatException">The text has none of these forms.</exception>
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
