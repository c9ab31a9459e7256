using System.Text.Json;

namespace Watchkeeper.Patterns.Values;

/// <summary>Matches true, false or null.</summary>
internal sealed class ExactLiteral(JsonValueKind kind) : ValueMatcher
{
    public JsonValueKind Kind => kind;

    public override string Identity => $"literal {kind}";

    public override bool Matches(ref Leaf leaf) => leaf.Kind == kind;
}
