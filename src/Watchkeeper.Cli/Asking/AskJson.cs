using System.Text.Json;
using System.Text.Json.Serialization;
using Watchkeeper.Cli.Run;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>The last line of a list that goes on: how to ask for the next page.</summary>
/// <param name="Next">The value for <c>--after</c>.</param>
internal sealed record NextPage(string Next);

/// <summary>The JSON context of the commands that ask.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    Converters = [typeof(UtcConverter)])]
[JsonSerializable(typeof(IncidentLine))]
[JsonSerializable(typeof(NextPage))]
[JsonSerializable(typeof(IncidentReport))]
[JsonSerializable(typeof(WatchedChange))]
[JsonSerializable(typeof(ActLine))]
[JsonSerializable(typeof(DecisionLine))]
[JsonSerializable(typeof(WhyEvent))]
[JsonSerializable(typeof(WhyIncident))]
internal sealed partial class AskJson : JsonSerializerContext;

/// <summary>The context with one line each, and untrusted text inert.</summary>
internal static class JsonLines
{
    /// <summary>The context.</summary>
    public static AskJson Of { get; } = new(new JsonSerializerOptions(AskJson.Default.Options) { Encoder = InertJson.Encoder });
}
