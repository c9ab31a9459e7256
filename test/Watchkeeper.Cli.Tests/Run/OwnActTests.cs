using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Cli.Tests.Stores;
using Watchkeeper.Queries;
using Watchkeeper.Signals;
using Xunit;
using Repository = Watchkeeper.Testing.Repository;

namespace Watchkeeper.Cli.Tests.Run;

public sealed class OwnActTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ReactFunctionRole", "watchkeeper")]
    [InlineData("ReactFunctionRole2", "role")]
    public async Task A_run_tells_an_act_of_its_own_function_from_others_and_notifies_of_both(string role, string actorClass)
    {
        using var run = new OneAlarmRun(file: TrailStoppedBy(role));
        await run.CompleteAsync();

        await using var store = await run.OpenAsync();
        var page = await store.Queries.ListAsync(new IncidentQuestion.Active(), 2, null, Token);
        var incident = page.Incidents.ShouldHaveSingleItem().Incident;
        incident.Subject.Labels[SubjectLabels.ActorClass].ShouldBe(actorClass);
        incident.Severity.ShouldBe(Severity.Critical);
        run.Messages.ShouldNotBeEmpty();
    }

    private string TrailStoppedBy(string role)
    {
        var json = JsonNode.Parse(File.ReadAllText(Repository.PathOf("events", "trail", "120-trail-stopped.json")))!;
        json["detail"]!["userIdentity"] = JsonNode.Parse(
            $$$"""
            {
              "type": "AssumedRole", "principalId": "AROAEXAMPLE:x", "accountId": "123456789012",
              "arn": "arn:aws:sts::123456789012:assumed-role/{{{role}}}/x",
              "sessionContext": {"sessionIssuer": {"type": "Role", "arn": "arn:aws:iam::123456789012:role/{{{role}}}"}}
            }
            """);
        var file = Path.Combine(folder.Path, "event.json");
        File.WriteAllText(file, json.ToJsonString());
        return file;
    }
}
