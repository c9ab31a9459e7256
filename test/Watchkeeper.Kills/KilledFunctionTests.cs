using Shouldly;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Kills.Calls;
using Watchkeeper.Kills.Rounds;
using Watchkeeper.Kills.Scenarios;
using Xunit;

namespace Watchkeeper.Kills;

/// <summary>Kills the functions' processes (SIGKILL) before and after the first and the last request of each kind.</summary>
public sealed class KilledFunctionTests(KillWorldFixture fixture) : IClassFixture<KillWorldFixture>
{
    // The sweep writes lists only if the table's stream lost a change, which no scenario plays; no address of these stories has a pace.
    private static readonly (string Function, string Prefix)[] UnplayedRows =
        [("SweepFunction", "L#*"), ("NotifyFunction", "P#*"), ("SweepFunction", "P#*")];

    // No address of these stories is a reference. The end-to-end tests of stored secrets play both with the real functions.
    private static readonly string[] UnplayedCalls = ["secretsmanager:GetSecretValue", "ssm:GetParameter"];

    public static TheoryData<string> Stories => [.. AllScenarios.List.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_killed_function_loses_nothing_and_repeats_only_what_it_cannot_know(string story)
    {
        var rounds = await fixture.RoundsOfAsync(story);

        rounds.Where(round => !round.IsGood).ShouldBeEmpty();
        rounds[0].Log.Kills.ShouldBe(0);
        rounds[0].Duplicates.ShouldBe(rounds[0].Log.AmbiguousSends);
        rounds.Sum(round => round.Log.Kills).ShouldBeGreaterThan(0);
        rounds.ShouldAllBe(round => round.Log.Kills <= 1);
        TestContext.Current.TestOutputHelper!.WriteLine(Tally.From(rounds).ToString());
    }

    [Fact]
    public async Task The_calls_of_the_functions_are_exactly_those_that_their_roles_grant()
    {
        var passages = await fixture.RequestsAsync();

        foreach (var function in Enum.GetNames<FunctionName>())
        {
            var granted = GrantedCalls.For(function);
            // Lambda needs the right to send dead letters too.
            var made = passages[function].Where(request => request.Operation != "SendMessage")
                .SelectMany(request => StoryCalls.Needed(request, granted));
            made.Distinct(StringComparer.Ordinal).ShouldBe(
                granted.Except(UnplayedCalls, StringComparer.Ordinal), ignoreOrder: true, function);
        }
    }

    [Fact]
    public async Task The_rows_that_the_functions_ask_for_are_exactly_those_that_their_roles_grant()
    {
        var passages = await fixture.RequestsAsync();

        foreach (var function in Enum.GetNames<FunctionName>())
        {
            var granted = GrantedCalls.RowsFor(function);
            var asked = passages[function].SelectMany(request => request.Rows).Distinct().ToList();

            asked.Where(row => !granted.Any(rows => rows.Allows(row) is not null)).ShouldBeEmpty(function);
            granted.SelectMany(rows => rows.Keys.Except(asked.Select(rows.Allows), StringComparer.Ordinal))
                .Where(prefix => !UnplayedRows.Any(row => row.Function == function && row.Prefix == prefix)).ShouldBeEmpty(function);
        }
    }

    [Fact]
    public async Task The_functions_sent_what_the_emulators_received()
    {
        var tally = Tally.From(
            (await Task.WhenAll(AllScenarios.List.Select(each => fixture.RoundsOfAsync(each.Name)))).SelectMany(each => each));

        (await fixture.World.MessagesAsync(TestContext.Current.CancellationToken)).ShouldBe(tally.Messages);
        tally.Messages.ShouldBeGreaterThan(0);
        tally.ReactionCalls.ShouldBeGreaterThan(0);
    }
}
