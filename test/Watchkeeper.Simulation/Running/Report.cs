using System.Globalization;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Running;

/// <summary>Writes figures as text.</summary>
internal static class Report
{
    public static void Write(TextWriter output, Totals totals, TimeSpan took)
    {
        Line(
            output,
            $"{totals.Histories:n0} histories, {totals.Events:n0} events, {totals.Invocations:n0} invocations, ",
            $"{totals.Steps:n0} steps in {took.TotalSeconds:n1} s ({totals.Events / took.TotalSeconds:n0} events/s)");
        var faults = Enum.GetValues<FaultKind>()
            .Where(kind => totals.Faults[(int)kind] > 0)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.ToKebabCase()} {totals.Faults[(int)kind]:n0}"));
        Line(output, $"faults: {totals.Faults.Sum():n0} ({string.Join(", ", faults)})");
        Line(
            output,
            $"changes: {totals.Changes:n0}, transitions to tell: {totals.Transitions:n0}, messages: {totals.Messages:n0}, ",
            $"of which again: {totals.Repeated:n0} (where nobody could know: {totals.Ambiguous:n0}); ",
            $"feedback of mails: {totals.MailFeedback:n0}");
        Line(
            output,
            $"reactions carried out: {totals.Actions:n0}, dead letters: {totals.DeadLetters:n0}, ",
            $"given up: {totals.GivenUpEvents:n0} events and {totals.GivenUpRecords:n0} records, ",
            $"counted again beyond the ring: {totals.BeyondTheRing:n0}");
        var strains = Enum.GetValues<Strain>()
            .Where(strain => totals.Strains[(int)strain] > 0)
            .Select(strain => string.Create(CultureInfo.InvariantCulture, $"{strain.ToKebabCase()} {totals.Strains[(int)strain]:n0}"));
        Line(output, $"strained: {string.Join(", ", strains)}");
        Line(output, $"unaccounted: {totals.Unaccounted:n0}");
    }

    public static void Write(TextWriter output, HistoryResult failure)
    {
        var breach = failure.Breach!;
        Line(output, $"BROKEN: {breach.Invariant}");
        Line(output, $"  {breach.Description}");
        Line(
            output,
            $"  seed {failure.Plan.Seed}, step {breach.Step}, event {breach.Events}, {failure.Faults.Length} faults before it");
    }

    private static void Line(TextWriter output, params FormattableString[] parts) =>
        output.WriteLine(string.Concat(parts.Select(part => part.ToString(CultureInfo.InvariantCulture))));
}
