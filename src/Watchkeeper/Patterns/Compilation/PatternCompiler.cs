using System.Text.Json;
using Watchkeeper.Patterns.Matching;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>Compiles a pattern's JSON, or reports why the pattern is rejected.</summary>
internal static class PatternCompiler
{
    /// <summary>The compiled pattern; null, with an error, if the pattern is rejected.</summary>
    public static CompiledPattern? Compile(JsonElement pattern, out PatternError error)
    {
        var reader = new PatternReader();
        var isRead = reader.TryRead(pattern);
        error = reader.Refusal.Error;
        if (!isRead) return null;
        if (WildcardComplexity.IsAcceptable(reader.Alternatives)) return new(reader.Alternatives);

        const string reason =
            "the wildcards of one field are too complex together: use fewer asterisks, and fewer repetitions after them";
        error = new() { Path = PatternPath.Root, Reason = reason };
        return null;
    }
}
