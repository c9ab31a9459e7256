using System.Collections.Immutable;

namespace Watchkeeper.Services;

/// <summary>A part of the application.</summary>
public sealed record Service
{
    /// <summary>Its name, the label <c>service</c> of its incidents.</summary>
    public required string Name { get; init; }

    /// <summary>The team that owns it, the label <c>owner</c> of its incidents; empty without one.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The names of the services without which it does not work.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>What belongs to it.</summary>
    public ImmutableArray<Belonging> Belongings { get; init; } = [];
}
