using System.Text.RegularExpressions;
using Watchkeeper.Aws;
using Watchkeeper.Cli.Accounts;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Stores;

/// <summary>Opens the table of an installation in AWS.</summary>
internal static partial class AwsStore
{
    private const string TableVariable = "WATCHKEEPER_TABLE";

    /// <summary>Finds table, region and credentials, and asks the table once.</summary>
    /// <exception cref="RunException">A setting is missing or wrong, or AWS does not answer.</exception>
    public static async Task<IIncidentStore> OpenAsync(
        StoreOptions options, AccountVariables variables, TimeProvider time, CancellationToken cancellationToken)
    {
        var table = TableOf(options, variables);
        var settings = AccountSettings.Find(RegionOf(options, table), options.Profile, variables);
        var credentials = await AccountCredentials.FindAsync(settings, variables, time, cancellationToken);
        var clients = new AccountClients(settings, credentials.Credentials);
        using var sts = clients.Sts();
        var caller = await Caller.FindAsync(sts, time, cancellationToken);
        var errors = new AccountErrors(settings, credentials.Origin, table);
        var store = new DynamoDbIncidentStore(clients.DynamoDb(), clients, table.Value, errors.Explain, time)
        {
            Place = PlaceOf(settings, table, caller),
            Caller = caller?.Label,
        };
        return await store.TriedAsync(cancellationToken);
    }

    private static Setting TableOf(StoreOptions options, AccountVariables variables)
    {
        var table = options.Table is { } given
            ? new Setting(given, "--table")
            : variables.First(TableVariable)
                ?? throw new RunException(
                    $"There is no table. Give the stack's output TableName with --table, or set {TableVariable}. "
                    + "«aws cloudformation describe-stacks» prints the outputs.")
                { IsUsage = true };
        return TableName().IsMatch(table.Value) || Arn.Parse(table.Value) is { Service: "dynamodb" }
            ? table
            : throw new RunException($"{table.Origin} is «{table.Value}», which is neither a table's name nor its ARN.")
            { IsUsage = true };
    }

    // A table's ARN names its region, whatever the variables say.
    private static Setting? RegionOf(StoreOptions options, Setting table)
    {
        var ofTable = Arn.Parse(table.Value) is { Region.Length: > 0 } arn ? new Setting(arn.Region, table.Origin) : null;
        if (options.Region is not { } given)
            return ofTable;
        return ofTable is null || ofTable.Value == given
            ? new Setting(given, "--region")
            : throw new RunException($"--region is {given}, but {table.Origin} names a table in {ofTable.Value}. Omit --region.")
            { IsUsage = true };
    }

    private static string PlaceOf(AccountSettings settings, Setting table, Caller? caller)
    {
        var account = caller is null ? "" : $"account {caller.Account}, ";
        var endpoint = settings.DynamoDb is { } configured ? $", endpoint {configured.Value}" : "";
        return $"aws: {account}{settings.Region.Value}, table {table.Value}{endpoint}";
    }

    [GeneratedRegex("^[A-Za-z0-9_.-]{3,255}$", RegexOptions.NonBacktracking)]
    private static partial Regex TableName();
}
