using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Routes;

/// <summary>A line of <c>route test --batch</c>: who is told of an incident, and what else fires at what time.</summary>
/// <param name="Path">The configuration file.</param>
/// <param name="Labels">The incident's labels.</param>
/// <param name="At">The time; null asks no time interval.</param>
/// <param name="Firing">The labels of the incidents that fire.</param>
internal sealed record RouteQuestion(string Path, LabelSet Labels, DateTimeOffset? At, ImmutableArray<LabelSet> Firing)
{
    /// <summary>The form of a line.</summary>
    public const string Form = "a line is {\"config\":PATH,\"labels\":{…}}, and may have \"at\":TIME and \"firing\":[{…}]";

    /// <summary>Reads a line.</summary>
    /// <exception cref="AskException">It has another form.</exception>
    public static RouteQuestion Read(JsonElement line)
    {
        if (line.ValueKind is not JsonValueKind.Object)
            throw new AskException(Form);
        var unknown = line.EnumerateObject().Where(member => member.Name is not ("config" or "labels" or "at" or "firing"));
        foreach (var member in unknown)
            throw new AskException($"the key {member.Name} is not known: {Form}");
        if (!line.TryGetProperty("config", out var config) || config.ValueKind is not JsonValueKind.String)
            throw new AskException($"config is missing: {Form}");
        var labels = line.TryGetProperty("labels", out var given) ? ReadLabels(given, "labels") : LabelSet.Empty;
        return new RouteQuestion(config.GetString()!, labels, ReadTime(line), ReadFiring(line));
    }

    private static DateTimeOffset? ReadTime(JsonElement line)
    {
        if (!line.TryGetProperty("at", out var at))
            return null;
        return at.ValueKind is JsonValueKind.String && DateTimeOffset.TryParse(
            at.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new AskException($"at is {at.GetRawText()}: it must be a time such as \"2026-11-30T22:15:00Z\"");
    }

    private static ImmutableArray<LabelSet> ReadFiring(JsonElement line)
    {
        if (!line.TryGetProperty("firing", out var firing))
            return [];
        return firing.ValueKind is JsonValueKind.Array
            ? [.. firing.EnumerateArray().Select(labels => ReadLabels(labels, "each of firing"))]
            : throw new AskException($"firing must be a list of labels: {Form}");
    }

    private static LabelSet ReadLabels(JsonElement labels, string name) => labels.ValueKind is JsonValueKind.Object
        ? LabelSet.From(labels.EnumerateObject().Select(label => label.Value.ValueKind is JsonValueKind.String
            ? KeyValuePair.Create(label.Name, label.Value.GetString()!)
            : throw new AskException($"the value of the label {label.Name} must be a text")))
        : throw new AskException($"{name} must be an object: {Form}");
}
