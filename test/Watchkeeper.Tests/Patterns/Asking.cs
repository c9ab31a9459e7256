using System.Text;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Patterns;
using Watchkeeper.Text;

namespace Watchkeeper.Tests.Patterns;

/// <summary>Short forms to match patterns that a test writes out.</summary>
internal static class Asking
{
    private static readonly JsonDocumentOptions DeepJson = new() { MaxDepth = 100_000 };

    public static EventPattern Pattern(string json)
    {
        var parsed = EventPattern.Parse(Encoding.UTF8.GetBytes(json));
        parsed.Error?.ToString().ShouldBeNull($"the pattern {json} should be accepted");
        return parsed.Pattern!;
    }

    public static Rejection Refusal(string json)
    {
        var parsed = EventPattern.Parse(Encoding.UTF8.GetBytes(json));
        parsed.Pattern.ShouldBeNull($"the pattern {json} should be refused");
        return parsed.Error!;
    }

    public static bool Matches(string pattern, string json) => Pattern(pattern).Matches(Event(json));

    /// <summary>Matches the one field «v»: a pattern's list against the event's value.</summary>
    public static bool ValueMatches(string values, string value) => Matches($"{{\"v\":{values}}}", $"{{\"v\":{value}}}");

    public static JsonElement Event(string json)
    {
        using var document = JsonDocument.Parse(json, DeepJson);
        return document.RootElement.Clone();
    }
}
