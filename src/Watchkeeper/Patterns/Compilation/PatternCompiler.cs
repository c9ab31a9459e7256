using System.Text.Json;
using Watchkeeper.Patterns.Matching;
using Watchkeeper.Text;

namespace Watchkeeper.Patterns.Compilation;

/// <summary>Compiles a pattern's JSON, or reports why the pattern is rejected.</summary>
internal static class PatternCompiler
{
    /// <summary>The compiled pattern; null, with an error, if the pattern is rejected.</summary>
    public static CompiledPattern? Compile(JsonElement pattern, out Rejection error)
    {
        var reader = new PatternReader();
        var isRead = reader.TryRead(pattern);
        error = reader.Refusal.Error;
        if (!isRead) return null;
        if (WildcardComplexity.IsAcceptable(reader.Alternatives)) return new(reader.Alternatives);

        const string reason =
            "the wildcards of one field are too complex together: use fewer asterisks, and fewer repetitions after them";
        error = new(PatternPath.Root, reason);
        return null;
    }
}
