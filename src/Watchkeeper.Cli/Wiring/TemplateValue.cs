using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>A value of the template after references, conditions and substitutions were worked out.</summary>
internal abstract record TemplateValue(TemplatePosition Place)
{
    /// <param name="Place">Where it stands.</param>
    /// <param name="Value">The scalar as text.</param>
    /// <param name="IsPlain">It stands without quotes, so that <c>true</c>, <c>12</c> and <c>null</c> are no strings.</param>
    /// <param name="Resource">The logical id of the resource that the text names, where it came from a reference to one.</param>
    public sealed record Text(TemplatePosition Place, string Value, bool IsPlain = false, string? Resource = null) : TemplateValue(Place);

    public sealed record List(TemplatePosition Place, ImmutableArray<TemplateValue> Items) : TemplateValue(Place);

    public sealed record Map(TemplatePosition Place, ImmutableArray<KeyValuePair<string, TemplateValue>> Members) : TemplateValue(Place)
    {
        /// <summary>The member of that name; null where there is none, or it is <see cref="Nothing"/>.</summary>
        public TemplateValue? this[string name] =>
            Members.FirstOrDefault(member => member.Key == name).Value is { } found and not Nothing ? found : null;

        /// <summary>
        /// This map as the Globals section lays it under <paramref name="own"/>: maps are merged, lists are joined, and of anything
        /// else the resource's own value counts.
        /// </summary>
        public Map Under(Map own)
        {
            var inherited = Members.Where(member => own.Members.All(other => other.Key != member.Key));
            var merged = own.Members.Select(member => KeyValuePair.Create(member.Key, Merge(this[member.Key], member.Value)));
            return new(own.Place, [.. inherited, .. merged]);
        }

        private static TemplateValue Merge(TemplateValue? inherited, TemplateValue own) => (inherited, own) switch
        {
            (Map under, Map over) => under.Under(over),
            (List under, List over) => new List(over.Place, [.. under.Items, .. over.Items]),
            _ => own,
        };
    }

    /// <summary><c>AWS::NoValue</c> or null: as if the key were not there.</summary>
    public sealed record Nothing(TemplatePosition Place) : TemplateValue(Place);

    /// <summary>A value with a problem that is already on the list; whoever reads it adds no second one.</summary>
    public sealed record Broken(TemplatePosition Place) : TemplateValue(Place);

    /// <summary>What it is, for a message that wanted something else.</summary>
    public string Kind => this switch
    {
        Text text => $"«{text.Value}»",
        List => "a list",
        Map => "a map",
        _ => "nothing",
    };
}
