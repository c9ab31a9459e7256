using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Detections;
using Watchkeeper.Detections.Cases;

namespace Watchkeeper.Benchmarks.Detections;

/// <summary>Detections, the built-in ones first, and events of which some match them.</summary>
/// <param name="Files">The detections' files.</param>
/// <param name="Detections">The detections.</param>
/// <param name="Events">The events, in UTF-8, in EventBridge's form.</param>
internal sealed record Workload(
    ImmutableArray<string> Files, ImmutableArray<Detection> Detections, ImmutableArray<ReadOnlyMemory<byte>> Events)
{
    // One in so many events is made to match.
    private const int Rarity = 30;

    /// <summary>A workload of so many detections and events; always the same.</summary>
    public static Workload Create(int rules, int events)
    {
        var builtIn = DetectionFiles.BuiltIn().Take(rules).ToList();
        ImmutableArray<string> files =
        [
            .. builtIn.Select(file => Encoding.UTF8.GetString(file.Rule.Span)), .. GeneratedRules.Files(rules - builtIn.Count),
        ];
        ImmutableArray<Detection> detections = [.. files.Select(Parse)];
        var examples = builtIn.Zip(detections).SelectMany(pair => Examples(pair.First, pair.Second)).ToList();
        var records = new TrailRecords(seed: 1);
        var all = new DetectionMatcher(DetectionCatalogue.All);
        return new Workload(
            files,
            detections,
            [
                .. Enumerable.Range(0, events).Select(number => new ReadOnlyMemory<byte>(
                    number % Rarity == 0 ? records.Like(examples[number / Rarity % examples.Count]) : Uneventful(records, all))),
            ]);
    }

    // Some built-in detections concern ordinary calls: as many events have to match whatever the number of detections is.
    private static byte[] Uneventful(TrailRecords records, DetectionMatcher all)
    {
        while (true)
        {
            var json = records.Ordinary();
            if (all.Match(JsonElement.Parse(json)).IsEmpty)
                return json;
        }
    }

    private static Detection Parse(string file)
    {
        var parsed = DetectionParser.Parse(Encoding.UTF8.GetBytes(file));
        return parsed.Detection
            ?? throw new BenchmarkException($"a detection is invalid: {string.Join("; ", parsed.Errors)}\n{file}");
    }

    private static IEnumerable<JsonObject> Examples(DetectionFile file, Detection detection) =>
        DetectionCases.Parse(file.Tests!.Value.Span, detection).Cases
            .Where(one => one.Matches)
            .Select(one => JsonNode.Parse(one.Event.GetRawText())!.AsObject());
}
