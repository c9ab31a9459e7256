using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>A value of the template after the evaluation of references, conditions and substitutions.</summary>
internal abstract record TemplateValue(TemplatePosition Place)
{
    /// <param name="Place">The value's position.</param>
    /// <param name="Value">The scalar as text.</param>
    /// <param name="IsPlain">
    /// Whether the scalar has no quotes, so that <c>true</c>, <c>12</c> and <c>null</c> are not strings.
    /// </param>
    /// <param name="Resource">The logical id of the resource if the text is the result of a reference.</param>
    public sealed record Text(TemplatePosition Place, string Value, bool IsPlain = false, string? Resource = null)
        : TemplateValue(Place);

    public sealed record List(TemplatePosition Place, ImmutableArray<TemplateValue> Items) : TemplateValue(Place);

    public sealed record Map(TemplatePosition Place, ImmutableArray<KeyValuePair<string, TemplateValue>> Members)
        : TemplateValue(Place)
    {
        /// <summary>Returns the named member; null if the member is missing or <see cref="Nothing"/>.</summary>
        public TemplateValue? this[string name] =>
            Members.FirstOrDefault(member => member.Key == name).Value is { } found and not Nothing ? found : null;

        /// <summary>
        /// Merges this map of the Globals section with <paramref name="own"/>, the resource's map: maps are merged and lists are
        /// joined. For other values, the resource's own value wins.
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

    /// <summary><c>AWS::NoValue</c> or null, equivalent to a missing key.</summary>
    public sealed record Nothing(TemplatePosition Place) : TemplateValue(Place);

    /// <summary>A value whose problem has been reported; readers report no second one.</summary>
    public sealed record Broken(TemplatePosition Place) : TemplateValue(Place);

    /// <summary>Names the kind of the value, for a message about an unexpected kind.</summary>
    public string Kind => this switch
    {
        Text text => $"«{text.Value}»",
        List => "a list",
        Map => "a map",
        _ => "nothing",
    };
}
