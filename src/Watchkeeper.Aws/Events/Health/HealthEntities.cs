using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Health;

/// <summary>The entities that a Health event affects, as far as this page lists them.</summary>
/// <param name="First">The first entity: an ARN, an id or a name.</param>
/// <param name="Name">Its tag <c>Name</c>.</param>
/// <param name="Count">The number of entities of this page.</param>
/// <param name="HasFurther">Whether further pages list more.</param>
/// <param name="Declared">The highest severity that an entity's tags declare.</param>
internal sealed record HealthEntities(string First, string Name, int Count, bool HasFurther, SeverityDeclaration Declared)
{
    /// <summary>The number of entities if more than one, with a plus sign if there are further pages; otherwise empty.</summary>
    public string Several =>
        (Count > 1 || HasFurther ? Count.ToString(CultureInfo.InvariantCulture) : "") + (HasFurther ? "+" : "");

    /// <summary>Whether this is one of several pages, and not the first.</summary>
    public static bool IsFurtherPage(JsonElement detail) =>
        int.TryParse(detail.Text("page"), CultureInfo.InvariantCulture, out var page) && page > 1;

    /// <summary>
    /// Whether all entities are resolved. AWS keeps planned lifecycle events «upcoming» until their date. A single page of
    /// several does not show this.
    /// </summary>
    public static bool AreAllResolved(JsonElement detail)
    {
        ImmutableArray<JsonElement> entities = [.. detail.Get("affectedEntities").Items()];
        return entities.Length > 0 && !HasPages(detail) && entities.All(entity => entity.Text("status") == "RESOLVED");
    }

    /// <summary>Reads <c>affectedEntities</c>.</summary>
    public static HealthEntities From(JsonElement detail)
    {
        ImmutableArray<JsonElement> entities = [.. detail.Get("affectedEntities").Items()];
        ImmutableArray<JsonElement> named =
            [.. entities.Where(entity => entity.Text("entityValue") is not ("" or "UNKNOWN"))];
        return new HealthEntities(
            named.IsEmpty ? "" : named[0].Text("entityValue"),
            named.IsEmpty ? "" : InertText.Line(named[0].Get("tags").Text("Name"), SubjectLimits.LabelValue),
            named.Length,
            !named.IsEmpty && HasPages(detail),
            entities.Select(entity => SeverityDeclaration.FromTags(entity.Get("tags").Texts()))
                .Aggregate(default(SeverityDeclaration), (all, one) => all.And(one)));
    }

    private static bool HasPages(JsonElement detail) => detail.Text("totalPages") is not ("" or "1");
}
