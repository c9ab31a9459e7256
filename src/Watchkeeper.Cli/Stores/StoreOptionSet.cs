using System.CommandLine;
using System.CommandLine.Parsing;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Stores;

/// <summary>The options of all commands that ask about incidents or act on them.</summary>
internal sealed class StoreOptionSet
{
    private readonly Option<string> backend = new Option<string>("--backend")
    {
        Description = "Where the incidents are: embedded or emulators for a run on this machine, aws for an account.",
        DefaultValueFactory = _ => StoreOptions.Embedded,
    }.OneOf(StoreOptions.Embedded, StoreOptions.Emulators, StoreOptions.Aws);

    private readonly Option<string?> data = new("--data")
    { Description = "For embedded and emulators: the data folder of the run. Default: the newest one in .watchkeeper/runs." };

    private readonly Option<string?> table = new("--table")
    { Description = "For aws: the table, the stack's output TableName. Default: the variable WATCHKEEPER_TABLE." };

    private readonly Option<string?> region = new("--region")
    { Description = "For aws: the region. Default: as AWS's own command line finds it." };

    private readonly Option<string?> profile = new("--profile")
    { Description = "For aws: the profile of credentials and settings. Default: as AWS's own command line finds it." };

    private StoreOptionSet()
    {
    }

    /// <summary>Adds the options to a command, with the checks of their combinations.</summary>
    public static StoreOptionSet AddTo(Command command)
    {
        var set = new StoreOptionSet();
        foreach (var option in (Option[])[set.backend, set.data, set.table, set.region, set.profile])
            command.Options.Add(option);
        command.Validators.Add(set.Validate);
        return set;
    }

    /// <summary>Returns the given options.</summary>
    public StoreOptions Read(ParseResult parsed) => new()
    {
        Backend = parsed.GetRequiredValue(backend),
        Data = parsed.GetValue(data),
        Table = parsed.GetValue(table),
        Region = parsed.GetValue(region),
        Profile = parsed.GetValue(profile),
    };

    /// <summary>Whether an account is asked, which knows the caller.</summary>
    public bool IsAws(CommandResult result) => result.GetValue(backend) == StoreOptions.Aws;

    private void Validate(CommandResult result)
    {
        var isAws = result.GetValue(backend) == StoreOptions.Aws;
        foreach (var option in (Option<string?>[])[data, table, region, profile])
        {
            if (result.GetResult(option) is not { Implicit: false } given || given.Tokens.Count == 0)
                continue;
            if (string.IsNullOrWhiteSpace(given.Tokens[0].Value))
                result.AddError($"{option.Name} is empty. Give a value, or omit the option.");
            else if (isAws == (option == data))
                result.AddError(Misplaced(option));
        }
    }

    private string Misplaced(Option option) => option == data
        ? "--data is a folder of this machine, so it does not fit --backend aws. Omit one of them."
        : $"{option.Name} needs --backend aws.";
}
