using Shouldly;
using Watchkeeper.Cli.Accounts;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.Stores;
using Xunit;

namespace Watchkeeper.Cli.Tests.Stores;

/// <summary>An operator's machine: variables, and the two files of AWS's configuration.</summary>
internal sealed class OperatorMachine : IDisposable
{
    private readonly TemporaryFolder home = new();
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    public OperatorMachine() => variables["HOME"] = home.Path;

    public AccountVariables Variables => new(variables.GetValueOrDefault, (_, _) => { });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public OperatorMachine With(string name, string value)
    {
        variables[name] = value;
        return this;
    }

    public OperatorMachine WithKeys() => With("AWS_ACCESS_KEY_ID", "test").With("AWS_SECRET_ACCESS_KEY", "test");

    public OperatorMachine WithConfig(string text)
    {
        home.File(".aws/config", text);
        return this;
    }

    public OperatorMachine WithCredentials(string text)
    {
        home.File(".aws/credentials", text);
        return this;
    }

    public string File(string name, string text) => home.File(name, text);

    public Task<IIncidentStore> OpenAsync(string? table = null, string? region = null, string? profile = null) =>
        StoreOpening.OpenAsync(
            new StoreOptions { Backend = "aws", Table = table, Region = region, Profile = profile }, Variables,
            TimeProvider.System, Token);

    public async Task<RunException> RefusedAsync(string? table = null, string? region = null, string? profile = null)
    {
        var refused = await Should.ThrowAsync<RunException>(() => OpenAsync(table, region, profile));
        refused.Message.ShouldNotContain('\n');
        refused.Message.ShouldNotContain("   at ");
        return refused;
    }

    public void Dispose() => home.Dispose();
}
