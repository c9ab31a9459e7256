namespace Watchkeeper.Patterns.Compilation;

/// <summary>A set of an automaton's states, in ascending order. Sets with the same states are equal.</summary>
internal readonly struct WildcardStates(int[] states) : IEquatable<WildcardStates>
{
    public ReadOnlySpan<int> All => states;

    public bool Equals(WildcardStates other) => All.SequenceEqual(other.All);

    public override bool Equals(object? obj) => obj is WildcardStates other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var state in states) hash.Add(state);
        return hash.ToHashCode();
    }
}
