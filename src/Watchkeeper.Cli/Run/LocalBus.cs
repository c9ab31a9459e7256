using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Patterns;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run;

/// <summary>Finds the targets of an event as EventBridge, SNS and CloudWatch do, from the template alone.</summary>
internal sealed class LocalBus
{
    // The longest source or detail type of an AWS service has fewer characters.
    private const int MaxShown = 256;

    private readonly TemplateWiring wiring;
    private readonly ImmutableArray<(EventRule Rule, EventPattern Pattern)> rules;

    private LocalBus(TemplateWiring wiring, ImmutableArray<(EventRule Rule, EventPattern Pattern)> rules)
    {
        this.wiring = wiring;
        this.rules = rules;
    }

    /// <summary>Creates a bus over the template's rules.</summary>
    /// <exception cref="RunException">EventBridge would refuse a rule's pattern.</exception>
    public static LocalBus Over(TemplateWiring wiring)
    {
        var rules = ImmutableArray.CreateBuilder<(EventRule, EventPattern)>();
        foreach (var rule in wiring.Rules.Where(rule => rule.State is not RuleState.Disabled))
        {
            var parsed = EventPattern.Parse(rule.Pattern);
            if (!parsed.IsAccepted)
            {
                throw new RunException(
                    $"EventBridge would refuse the pattern of {rule.Name} (template.yaml, {rule.Place}): "
                    + $"{parsed.Error.Reason} (at {parsed.Error.Path})");
            }

            rules.Add((rule, parsed.Pattern));
        }

        return new LocalBus(wiring, rules.ToImmutable());
    }

    /// <summary>Returns the logical ids of the target functions, or the reason why there are none.</summary>
    public Routing Route(ReadOnlyMemory<byte> payload) => EventShape.Detect(payload) switch
    {
        EventShape.EventBridge => ByRule(payload),
        EventShape.SnsEvent or EventShape.AlarmNotification => new Routing([.. wiring.Subscriptions
            .Where(subscription => subscription.Protocol == "lambda").Select(subscription => subscription.Endpoint)]),
        EventShape.DirectAlarm => new Routing(wiring.AlarmActions),
        EventShape.TrailRecord or EventShape.TrailLogFile => new Routing(["TrailFunction"]),
        // A payload that is no event can only come from a direct invocation. The function reports what is wrong.
        _ => new Routing(wiring.AlarmActions),
    };

    private Routing ByRule(ReadOnlyMemory<byte> payload)
    {
        // Its outline was read, so it is JSON; only an editor's mark may stand before it.
        using var document = JsonDocument.Parse(
            ByteOrderMark.Skip(payload), new JsonDocumentOptions { MaxDepth = EventPattern.MaximumDepth });
        var json = document.RootElement;
        var matching = rules.Where(rule => rule.Pattern.Matches(json)).Select(rule => rule.Rule).ToList();
        var receiving = ReadOnlyCall.Is(json) ? matching.Where(rule => rule.State is RuleState.EnabledWithReads) : matching;
        ImmutableArray<string> functions = [.. receiving.Select(rule => rule.Function), .. ScheduledFor(json)];
        if (!functions.IsEmpty)
            return new Routing([.. functions.Distinct(StringComparer.Ordinal)]);
        return matching.Count > 0
            ? new Routing([], IsHeldBack: true)
            : new Routing(
                [],
                $"matches no rule of template.yaml (source {TextOrMissing(json, "source")}, "
                + $"detail-type {TextOrMissing(json, "detail-type")})");
    }

    // The only resource of a scheduled event is the ARN of its rule: …:rule/STACK-RULE-SUFFIX.
    private IEnumerable<string> ScheduledFor(JsonElement json) =>
        json.Text("detail-type") == "Scheduled Event"
            ? wiring.Schedules
                .Where(schedule => json.Get("resources").Items().Any(resource => Names(resource, schedule.Name)))
                .Select(schedule => schedule.Function)
            : [];

    private static bool Names(JsonElement resource, string rule) => resource.Text().Contains(rule, StringComparison.Ordinal);

    private static string TextOrMissing(JsonElement json, string name) =>
        json.Text(name) is { Length: > 0 } text ? InertText.Shorten(text, MaxShown) : "missing";

    /// <param name="Functions">The target functions.</param>
    /// <param name="Nobody">The reason why an event that needs a target has none; otherwise null.</param>
    /// <param name="IsHeldBack">
    /// Whether EventBridge does not deliver the event to the matching rules; see <see cref="ReadOnlyCall"/>.
    /// </param>
    internal sealed record Routing(ImmutableArray<string> Functions, string? Nobody = null, bool IsHeldBack = false);
}
