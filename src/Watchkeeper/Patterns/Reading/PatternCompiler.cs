using System.Text.Json;
using Watchkeeper.Patterns.Matching;

namespace Watchkeeper.Patterns.Reading;

/// <summary>Turns a pattern's JSON into something that can be matched, or says why not.</summary>
internal static class PatternCompiler
{
    /// <summary>Null when the pattern is refused; the error says why.</summary>
    public static CompiledPattern? Compile(JsonElement pattern, out PatternError error)
    {
        var reader = new PatternReader(orIsOperator: true);
        if (!reader.TryRead(pattern))
        {
            error = reader.Refusal.Error;

            // «$or» was a field's name before it was an operator, and still is where it cannot be the operator.
            reader = new PatternReader(orIsOperator: false);
            if (!reader.TryRead(pattern)) return null;
        }

        error = reader.Refusal.Error;
        if (WildcardComplexity.IsAcceptable(reader.Alternatives)) return new(reader.Alternatives);

        const string reason = "the wildcards of one field are too complex together: use fewer asterisks, and fewer repetitions after them";
        error = new() { Path = PatternPath.Root, Reason = reason };
        return null;
    }
}
