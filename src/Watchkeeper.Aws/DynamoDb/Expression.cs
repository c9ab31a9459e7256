namespace Watchkeeper.Aws.DynamoDb;

/// <summary>
/// An expression of DynamoDB in which every attribute is written <c>#name</c>: no attribute's name can then be one of its 573
/// reserved words.
/// </summary>
internal static class Expression
{
    /// <summary>The names that the expressions use, as a request takes them. A new dictionary each time: the SDK's requests own theirs.</summary>
    public static Dictionary<string, string> NamesIn(params ReadOnlySpan<string?> expressions)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var expression in expressions)
        {
            var rest = expression.AsSpan();
            for (var at = rest.IndexOf('#'); at >= 0; at = rest.IndexOf('#'))
            {
                rest = rest[at..];
                var length = 1;
                while (length < rest.Length && char.IsAsciiLetter(rest[length]))
                    length++;
                names[rest[..length].ToString()] = rest[1..length].ToString();
                rest = rest[length..];
            }
        }

        return names;
    }
}
